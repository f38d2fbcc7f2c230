#!/usr/bin/env bash
# Packs the package as it was built, installs the tarball in an empty folder as a stranger would, and uses command, library and types.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The script before packing would only build again.
npm pack --silent --ignore-scripts --pack-destination "$work" "$root" >/dev/null
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts ./jianglu-*.tgz >install.log 2>&1 || { cat install.log; exit 1; }
# What `npm ci` compiled a moment ago from the same sources: compiling it again takes minutes and shows nothing new.
for package in nodejieba better-sqlite3; do cp -R "$root/node_modules/$package/build" "node_modules/$package/"; done
npx --no-install jianglu --version
npx --no-install jianglu extract "$root/examples/logs" --out notes >/dev/null
npx --no-install jianglu verify notes --logs "$root/examples/logs"
npx --no-install jianglu publish git notes --to pages | tail -n 1
cat >use.mts <<'TS'
import { extract, type Note } from 'jianglu';
import { type Target, targetOf } from 'jianglu/publish';
const notes: Note[] = extract('', { path: 'demo/2024-03-15-chat.markdown' }).notes;
const git: Target = await targetOf('git');
console.log(`${notes.length} notes of an empty log; git takes a ${git.takes}`);
TS
"$root/node_modules/.bin/tsc" --strict --noEmit --module nodenext --target es2023 use.mts
