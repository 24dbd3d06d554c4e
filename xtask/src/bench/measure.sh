#!/bin/sh
# Runs a command and leaves the CPU time of everything it started in a file:
# what the standard library of Rust cannot ask for. The last call wins, which
# is the compilation: cargo asks rustc for its version before.
"$@"
status=$?
# Around each rustc of a build, a line with the crate's name.
if [ -n "$BENCH_CRATES" ] && [ -n "$BENCH_INSIDE" ]; then
    case " $* " in
    *" --crate-name "*)
        times >"$BENCH_CRATES.$$"
        name=${*#*--crate-name }
        echo "${name%% *} $(sed -n 2p "$BENCH_CRATES.$$")" >>"$BENCH_CRATES"
        rm "$BENCH_CRATES.$$"
        ;;
    esac
    exit "$status"
fi
times >"$BENCH_TIMES"
# What the compiler sees once every macro has run.
if [ "$status" = 0 ] && [ -n "$BENCH_EXPANDED" ]; then
    case " $* " in
    *" --crate-name contestant "*) RUSTC_BOOTSTRAP=1 "$@" -Zunpretty=expanded >"$BENCH_EXPANDED" ;;
    esac
fi
exit "$status"
