#!/usr/bin/env bash
# A MediaWiki of one's own to try `jianglu publish` against: tools/mediawiki.sh FOLDER PORT [LANGUAGE] makes it in FOLDER
# (SQLite; nothing outside is written) and serves it on 127.0.0.1 until it is stopped. The code is Debian's, as
# tools/install-debian.sh unpacks it, or that of JIANGLU_MEDIAWIKI; it is used where it lies.
# Accounts, all with the password `$password`: Admin; 讲录机器人, a bot; 编辑甲, a person.
set -euo pipefail
[ $# -ge 2 ] || { echo "usage: $0 FOLDER PORT [LANGUAGE]" >&2; exit 2; }
folder=$(mkdir -p "$1" && cd "$1" && pwd)
port=$2
language=${3:-zh-cn}
password=only-for-tests-on-this-machine
bot_password=0123456789abcdefghijklmnopqrstuv

code=${JIANGLU_MEDIAWIKI:-}
for place in /opt/jianglu-tests/usr/share/mediawiki /usr/share/mediawiki; do
  if [ -z "$code" ] && [ -f "$place/includes/Defines.php" ]; then code=$place; fi
done
[ -n "$code" ] || { echo 'no MediaWiki: run tools/install-debian.sh, or set JIANGLU_MEDIAWIKI' >&2; exit 1; }
extensions=$code/extensions-core
[ -d "$extensions" ] || extensions=$code/extensions

export MW_CONFIG_FILE=$folder/LocalSettings.php
php() { command php -d display_errors=0 -d memory_limit=512M "$@"; }
maintain() { php "$code/maintenance/$1" "${@:2}" >>"$folder/setup.log" 2>&1; }

if [ ! -f "$MW_CONFIG_FILE" ]; then
  mkdir -p "$folder/data" "$folder/images" "$folder/cache"
  # The installer refuses to run where a configuration is named.
  env -u MW_CONFIG_FILE php -d display_errors=0 "$code/maintenance/install.php" --confpath "$folder" --dbtype sqlite --dbpath "$folder/data" \
    --dbname wiki --server "http://127.0.0.1:$port" --scriptpath '' --lang "$language" --skins '' \
    --pass "$password" 讲录测试 Admin >"$folder/setup.log" 2>&1
  cat >>"$MW_CONFIG_FILE" <<SETTINGS
\$wgServer = 'http://127.0.0.1:' . ( \$_SERVER['SERVER_PORT'] ?? '$port' );
\$wgExtensionDirectory = '$extensions';
foreach ( [ 'Cite', 'ParserFunctions', 'SpamBlacklist', 'AbuseFilter' ] as \$name ) {
  wfLoadExtension( \$name, "\$wgExtensionDirectory/\$name/extension.json" );
}
# What wikis may allow that makes more of a text act.
\$wgEnableMagicLinks = [ 'ISBN' => true, 'PMID' => true, 'RFC' => true ];
\$wgAllowExternalImages = \$wgRawHtml = true;
\$wgNamespacesWithSubpages[NS_MAIN] = true;
\$wgEnableUploads = true;
\$wgUploadDirectory = '$folder/images';
\$wgUploadPath = '/img_auth.php';
if ( file_exists( '$folder/nouploads' ) ) { \$wgEnableUploads = false; }
\$wgCacheDirectory = '$folder/cache';
\$wgShowExceptionDetails = true;
\$wgBlacklistSettings = [ 'spam' => [ 'files' => [ '$folder/spam.txt' ] ] ];
\$wgGroupPermissions['bot']['sboverride'] = false;
\$wgAPIMaxResultSize = 500000;
\$wgRateLimits['edit']['newbie'] = \$wgRateLimits['edit']['user'] = [ 1000, 60 ];
if ( file_exists( '$folder/readonly' ) ) { \$wgReadOnly = 'Being looked after'; }
if ( file_exists( '$folder/slow' ) ) { \$wgRateLimits['edit'] = [ 'user' => [ 1, 60 ], 'bot' => [ 1, 60 ] ]; \$wgGroupPermissions['bot']['noratelimit'] = false; }
SETTINGS
  echo 'spam\.example' >"$folder/spam.txt"
  maintain update.php --quick
  maintain createAndPromote.php --bot 讲录机器人 "$password"
  maintain createAndPromote.php 编辑甲 "$password"
  maintain createBotPassword.php --appid jianglu \
    --grants basic,editpage,createeditmovepage,uploadfile,uploadeditmovefile,highvolume 讲录机器人 "$bot_password"
fi
cd "$code"
echo "http://127.0.0.1:$port/api.php"
PHP_CLI_SERVER_WORKERS=4 exec php -d opcache.enable_cli=1 -d opcache.memory_consumption=256 -d opcache.max_accelerated_files=20000 -d opcache.validate_timestamps=0 -d display_errors=0 -d upload_max_filesize=20M -d post_max_size=24M -S "127.0.0.1:$port" -t "$code" 2>"$folder/server.log"
