# Runs a server that must not outlive the program which asked for it.
#
# $1 is a folder to make and, at the end, to remove; $2 is the signal by which
# the server stops; the rest is the server's command. Standard input is a pipe that only that program holds open: when it
# lets go, be it by choice or because it was killed, the server is stopped.
trap '' HUP INT TERM
umask 077
folder=$1
stop=$2
shift 2
exec 3<&0 </dev/null
mkdir "$folder" || exit 1

(
    trap - HUP TERM
    exec "$@"
) >"$folder/log" 2>&1 3<&- &
server=$!

# Asks politely once a second, as a server that still starts may not listen
# yet; then firmly.
(
    cat <&3 >/dev/null
    for signal in $stop $stop $stop $stop $stop $stop $stop $stop QUIT QUIT QUIT KILL; do
        kill -s "$signal" "$server" 2>/dev/null || exit 0
        sleep 1
    done
) &
stopper=$!

wait "$server"
: >"$folder/exited"
cat <&3 >/dev/null
kill -s KILL "$stopper" 2>/dev/null
rm -rf "$folder" || { sleep 1; rm -rf "$folder"; }
