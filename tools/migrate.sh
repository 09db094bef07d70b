#!/usr/bin/env bash
# Writes one migration for all three databases, so that they never drift apart.
#
#   tools/migrate.sh AddDecisionNote     adds a migration after changing the model
#   tools/migrate.sh --reset Initial     throws all migrations away and writes one anew; only before the first release
#
# The tool comes with the repository (dotnet tool restore). No database is needed: the design-time factories never connect.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

reset=0
if [ "${1:-}" = "--reset" ]; then reset=1; shift; fi
name=${1:?usage: tools/migrate.sh [--reset] NAME}

dotnet tool restore >/dev/null
if [ "$reset" = 1 ]; then rm -rf src/Domain/Data/Providers/*/Migrations; fi
dotnet build src/Domain
for provider in Sqlite PostgreSql SqlServer; do
  dotnet ef migrations add "$name" --no-build --project src/Domain --startup-project src/Domain \
    --context "${provider}DbContext" --output-dir "Data/Providers/$provider/Migrations"
done
# The tool writes byte order marks, which .editorconfig does not want.
sed -i '1s/^\xEF\xBB\xBF//' src/Domain/Data/Providers/*/Migrations/*.cs
