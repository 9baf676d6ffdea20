#!/bin/sh
# alive: fails while the HAProxy of this host does not answer.
# together: fails while this host reaches no other member. It may be the one that is cut off, so clients that still reach it
# must find another way in.
case $1 in
alive) exec /usr/bin/curl --noproxy '*' -fsS -o /dev/null -m 1 http://127.0.0.1:7000/alive ;;
together)
    # With but two databases the witness tells a lost one from being cut off.
    /usr/bin/curl --noproxy '*' -sS -o /dev/null -m 0.9 http://192.0.2.12:8008/liveness && exit 0
    exec /usr/bin/curl --noproxy '*' -sS -o /dev/null -m 0.9 http://192.0.2.21:2379/health ;;
esac
