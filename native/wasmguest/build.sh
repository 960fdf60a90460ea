#!/bin/sh
# Makes libwasmguest.so: the guest as wasm, the wasm as C, the C as native code. Needs clang and lld that know wasm32, wabt, and cc.
#     sh build.sh <folder for the library> <folder for what comes in between>
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=$1
between=$2
mkdir -p "$target" "$between"

first() {
    for tool in "$@"; do
        if command -v "$tool" > /dev/null; then echo "$tool"; return; fi
    done
    echo "wasmguest: none of $* is on the path (Debian, Ubuntu: apt install clang lld wabt gcc)" >&2
    exit 3
}

clang=$(first clang clang-19 clang-18 clang-17 clang-16 clang-15 clang-14)
first wasm-ld wasm-ld-19 wasm-ld-18 wasm-ld-17 wasm-ld-16 wasm-ld-15 wasm-ld-14 > /dev/null
wasm2c=$(first wasm2c)
cc=${CC:-$(first cc gcc clang)}
runtime=$(dirname "$(command -v "$wasm2c")")/../share/wabt/wasm2c

# No built-ins: the guest has no C library to find memset in.
"$clang" --target=wasm32 -O2 -nostdlib -fno-builtin -mmutable-globals -Wl,--no-entry "$here/guest.c" -o "$between/guest.wasm"
"$wasm2c" "$between/guest.wasm" -n guest -o "$between/guest.wasm.c"

# Bounds are checked in code, and memory grows by realloc: it moves, and the .NET runtime keeps SIGSEGV to itself.
"$cc" -O2 -shared -fPIC -fvisibility=hidden -DWASM_RT_MEMCHECK_SIGNAL_HANDLER=0 -I"$between" -I"$runtime" \
    "$here/host.c" "$between/guest.wasm.c" "$runtime/wasm-rt-impl.c" -lm -o "$target/libwasmguest.so"
