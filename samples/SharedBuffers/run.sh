#!/bin/sh
# Compiles the C# library with NativeAOT, the C program with cc, and runs it.  sh run.sh [folder for the output]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$(mktemp -d)}
cc=${CC:-cc}

dotnet publish "$here/SharedBuffers.csproj" -c Release --use-current-runtime -o "$out" --nologo -v quiet \
    -p:CompileNatively=true -p:CppCompilerAndLinker="$cc"
"$cc" -std=c11 -Wall -Wextra "$here/main.c" "$out"/painter.so -Wl,-rpath,"$out" -o "$out/paint"
exec "$out/paint"
