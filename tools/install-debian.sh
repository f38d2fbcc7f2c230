#!/usr/bin/env bash
# What the tests need beside npm's packages, on Debian and its kin: Chromium, for the page of `jianglu label`, a font
# that has Chinese, and strace, which shows that no connection is opened. Does nothing where they are there, or where apt-get or the right to use it is missing.
set -uo pipefail
missing=()
command -v chromium >/dev/null || [ -n "${JIANGLU_CHROMIUM:-}" ] || missing+=(chromium)
[ -z "$(fc-list :lang=zh 2>/dev/null)" ] && missing+=(fonts-wqy-microhei)
command -v strace >/dev/null || missing+=(strace)
[ ${#missing[@]} -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "missing: ${missing[*]} (run as root: apt-get install ${missing[*]})"
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"
