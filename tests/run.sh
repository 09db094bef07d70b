#!/usr/bin/env bash
# Builds everything and runs every test; installs what a fresh machine lacks. Closing line: "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
# A compiler that other builds share may keep a broken state of the Razor generator.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 UseSharedCompilation=false
export DOTNET_USE_POLLING_FILE_WATCHER=true DOTNET_hostBuilder__reloadConfigOnChange=false

# need COMMAND PACKAGE: installs a Debian package when its command is missing. Tests do not skip silently: without it they fail.
need() {
  command -v "$1" >/dev/null && return
  apt-get install -y --no-install-recommends "$2" || { apt-get update && apt-get install -y --no-install-recommends "$2"; } \
    || echo "Could not install $2: the tests that need it will fail." >&2
}

PATH="$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)"
need initdb postgresql
need node nodejs
need npm npm
need chromium chromium
need fc-list fontconfig
fc-list :lang=zh 2>/dev/null | grep -q . || need no-chinese-font-found fonts-noto-cjk

results=$(mktemp -d)
failed_build=0
dotnet build HnCe.sln -c Release -warnaserror || failed_build=1
if [ "$failed_build" = 0 ]; then
  for project in tests/*.Tests/*.csproj; do
    dotnet test "$project" -c Release --no-build --logger "trx" --results-directory "$results/$(basename "$project" .csproj)" || true
  done
fi

# The counters come from the result files, so a runner that dies without writing one counts as a failure.
passed=0; failed=$failed_build
for project in tests/*.Tests/*.csproj; do
  file=$(find "$results/$(basename "$project" .csproj)" -name '*.trx' 2>/dev/null | head -n 1)
  if [ -z "$file" ]; then failed=$((failed + 1)); continue; fi
  counters=$(grep -o '<Counters [^>]*' "$file")
  passed=$((passed + $(grep -o ' passed="[0-9]*"' <<<"$counters" | grep -o '[0-9]*')))
  failed=$((failed + $(grep -o ' failed="[0-9]*"' <<<"$counters" | grep -o '[0-9]*') + $(grep -o ' error="[0-9]*"' <<<"$counters" | grep -o '[0-9]*')))
done
rm -rf "$results"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
