#!/bin/sh
# leads: fails once the Patroni of this host says that it does not hold the leader's lock, or says nothing in time. If nobody
# listens (curl's 7), Patroni is being started again and PostgreSQL goes on: that is for the other check, which waits longer.
# answers: fails while nobody listens.
case $1 in
leads) /usr/bin/curl --noproxy '*' -fsS -o /dev/null -m 1 http://192.0.2.13:8008/primary || [ $? -eq 7 ] ;;
answers) exec /usr/bin/curl --noproxy '*' -sS -o /dev/null -m 1 http://192.0.2.13:8008/liveness ;;
esac
