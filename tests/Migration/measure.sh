#!/usr/bin/env bash
# Converts the imports of a checked-out project by FFI2001's fix, builds it, runs its tests, and tells how many were converted.
#
#   git clone https://github.com/ektrah/nsec;            tests/Migration/measure.sh nsec nsec
#   git clone https://github.com/libgit2/libgit2sharp;   tests/Migration/measure.sh libgit2sharp libgit2sharp
#
# The checkout is changed: look at the difference with `git diff` there, and take it back with `git checkout .`
#
# FFI_FEED=DIR            a folder with a packed Ffi; packs this repository into one otherwise
# NATIVE_BINARIES=X.Y.Z   the version of LibGit2Sharp.NativeBinaries to use in place of the project's own
# FILTER=…                which of the project's tests to run; all of them otherwise
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
name=${1:?"nsec or libgit2sharp"}
[[ -z ${FFI_FEED:-} ]] || FFI_FEED=$(cd "$FFI_FEED" && pwd)
cd "${2:?"the folder of the checkout"}"
work=$PWD/artifacts/migration
mkdir -p "$work"
export NUGET_PACKAGES=$work/packages DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# What is particular to each project: where its imports are, and what Ffi asks for that it does not have.
case $name in
    nsec)
        project=src/Cryptography/NSec.Cryptography.csproj
        imports=src/Interop
        tests=tests/Tests.csproj
        framework=net10.0
        ;;
    libgit2sharp)
        project=LibGit2Sharp/LibGit2Sharp.csproj
        imports=LibGit2Sharp
        tests=LibGit2Sharp.Tests/LibGit2Sharp.Tests.csproj
        framework=net10.0
        # Ffi is for .NET 9 and later, and generates C# 13.
        sed -i 's/net472;net8.0;net9.0/net10.0/; s/net472;net8.0/net10.0/; s/net8.0/net10.0/; /<LangVersion>/d' "$project" "$tests"
        # Its tests reference runners and loggers for consoles and sites, which `dotnet test` doesn't use.
        sed -i '/xunit.runner.console/d; /GitHubActionsTestLogger/d' "$tests"
        if [[ -n ${NATIVE_BINARIES:-} ]]; then
            sed -i "s/\[2.0.323\]/$NATIVE_BINARIES/" "$project"
        fi
        ;;
    *)
        echo "unknown: $name" >&2
        exit 2
        ;;
esac

count() {
    # Attributes at the start of a line, so that none in a comment counts.
    # No match is an answer, and not a failure.
    { grep -rhoE "^[[:space:]]*\[$1\b" --include='*.cs' "$imports" || true; } | wc -l
}

if [[ -z ${FFI_FEED:-} ]]; then
    FFI_FEED=$work/feed
    dotnet pack -c Release -v q "$repository/src/Ffi" -o "$FFI_FEED" -p:Version=0.0.1-measured
fi

version=$(basename "$(ls -t "$FFI_FEED"/Ffi.*.nupkg | grep -v snupkg | head -1)" .nupkg)
export RestoreAdditionalProjectSources=$FFI_FEED
grep -q '"Ffi"' "$project" || sed -i "0,/<ItemGroup>/s||<ItemGroup>\n    <PackageReference Include=\"Ffi\" Version=\"${version#Ffi.}\" />\n  </ItemGroup>\n  <ItemGroup>|" "$project"

before=$(($(count DllImport) + $(count LibraryImport)))
dotnet restore -v q "$tests"
dotnet build -v q --no-restore -f "$framework" "$tests" 2>&1 | tee "$work/before.log" | grep -E 'error' | sort -u || true

# The one command.
dotnet format analyzers "$project" --no-restore --diagnostics FFI2001 --severity info

after=$(($(count DllImport) + $(count LibraryImport)))
functions=$(count NativeFunction)

dotnet build -v q --no-restore -f "$framework" "$tests" 2>&1 | tee "$work/after.log" | grep -E 'error' | sort -u || true
warnings() {
    grep -oE "warning [A-Z]+[0-9]+" "$1" | sort | uniq -c || true
}

echo "imports before: $before"
echo "imports after:  $after"
echo "functions:      $functions"
awk -v after="$after" -v before="$before" 'BEGIN { printf "converted:      %.1f %%\n", 100 * (before - after) / before }'
if ! diff <(warnings "$work/before.log") <(warnings "$work/after.log"); then
    echo "warnings have changed: $work/before.log, $work/after.log"
fi

dotnet test --no-build -f "$framework" "$tests" ${FILTER:+--filter "$FILTER"}
