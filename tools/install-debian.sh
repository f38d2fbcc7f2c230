#!/usr/bin/env bash
# What the tests need beside npm's packages, on Debian and its kin: Chromium, for the page of `jianglu label`, a font
# that has Chinese, strace, which shows that no connection is opened, and MediaWiki with PHP, to publish to
# (tools/mediawiki.sh). Does nothing where they are there, or where apt-get, its servers or the right to use it are
# missing; fails where it could install and something is missing still. With `--missing` it only prints what is missing.
set -uo pipefail
# Debian's mediawiki wants a web server beside it, which nobody needs here: it is unpacked, not installed.
unpacked=/opt/jianglu-tests

any() {
  local path
  for path; do [ -e "$path" ] && return; done
  return 1
}
php_lacks() { ! grep -qix "$1" <<<"$modules"; }

# Looks where the tests look (test/label/chromium.ts, tools/wiki.mjs).
look() {
  missing=()
  wiki=()
  any "${JIANGLU_CHROMIUM:-}" /usr/bin/{chromium,chromium-browser,google-chrome} || missing+=(chromium)
  [ -z "$(fc-list :lang=zh 2>/dev/null)" ] && missing+=(fonts-wqy-microhei)
  command -v strace >/dev/null || missing+=(strace)
  command -v php >/dev/null || missing+=(php-cli)
  # Not piped to grep -q, which may end before php has written all: then php fails.
  modules=$(php -m 2>/dev/null)
  php_lacks pdo_sqlite && missing+=(php-sqlite3)
  php_lacks mbstring && missing+=(php-mbstring)
  php_lacks dom && missing+=(php-xml)
  php_lacks intl && missing+=(php-intl)
  any {"${JIANGLU_MEDIAWIKI:-/}",$unpacked/usr/share/mediawiki,/usr/share/mediawiki}/includes/Defines.php ||
    wiki=(mediawiki mediawiki-classes)
  local all=("${missing[@]}" "${wiki[@]}")
  lacking=${all[*]}
}

look
if [ "${1:-}" = --missing ]; then echo "$lacking"; exit 0; fi
[ -z "$lacking" ] && exit 0
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "missing: $lacking (run this as root where apt-get is)"
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
if ! apt-get update -qq; then
  echo "missing: $lacking (apt-get reaches no packages)"
  exit 0
fi
if [ ${#missing[@]} -gt 0 ]; then apt-get install -y -qq --no-install-recommends "${missing[@]}"; fi
if [ ${#wiki[@]} -gt 0 ]; then
  got=$(mktemp -d)
  chmod 755 "$got"
  (cd "$got" && apt-get download -qq "${wiki[@]}" && mkdir new && for package in ./*.deb; do dpkg-deb -x "$package" new || exit; done) &&
    mkdir -p "$unpacked/usr/share" && mv "$got/new/usr/share/mediawiki" "$unpacked/usr/share/mediawiki"
  rm -rf "$got"
fi
look
[ -z "$lacking" ] && exit 0
echo "missing still: $lacking"
exit 1
