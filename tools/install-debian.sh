#!/usr/bin/env bash
# What the tests need beside npm's packages, on Debian and its kin: Chromium, for the page of `jianglu label`, a font
# that has Chinese, strace, which shows that no connection is opened, and MediaWiki with PHP, to publish to
# (tools/mediawiki.sh). Does nothing where they are there, or where apt-get or the right to use it is missing.
set -uo pipefail
missing=()
command -v chromium >/dev/null || [ -n "${JIANGLU_CHROMIUM:-}" ] || missing+=(chromium)
[ -z "$(fc-list :lang=zh 2>/dev/null)" ] && missing+=(fonts-wqy-microhei)
command -v strace >/dev/null || missing+=(strace)
php_lacks() { ! php -m 2>/dev/null | grep -qix "$1"; }
command -v php >/dev/null || missing+=(php-cli)
php_lacks pdo_sqlite && missing+=(php-sqlite3)
php_lacks mbstring && missing+=(php-mbstring)
php_lacks dom && missing+=(php-xml)
php_lacks intl && missing+=(php-intl)
# Debian's mediawiki wants a web server beside it, which nobody needs here: it is unpacked, not installed.
unpacked=/opt/jianglu-tests
wiki=()
[ -n "${JIANGLU_MEDIAWIKI:-}" ] || [ -d /usr/share/mediawiki/includes ] || [ -d $unpacked/usr/share/mediawiki/includes ] ||
  wiki=(mediawiki mediawiki-classes)
[ ${#missing[@]} -eq 0 ] && [ ${#wiki[@]} -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "missing: ${missing[*]} ${wiki[*]} (run this as root where apt-get is)"
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq || exit
status=0
if [ ${#missing[@]} -gt 0 ]; then apt-get install -y -qq --no-install-recommends "${missing[@]}" || status=$?; fi
if [ ${#wiki[@]} -gt 0 ]; then
  got=$(mktemp -d)
  chmod 755 "$got"
  (cd "$got" && apt-get download -qq "${wiki[@]}" && mkdir new && for package in ./*.deb; do dpkg-deb -x "$package" new || exit; done) &&
    mkdir -p "$unpacked/usr/share" && mv "$got/new/usr/share/mediawiki" "$unpacked/usr/share/mediawiki" || status=$?
  rm -rf "$got"
fi
exit $status
