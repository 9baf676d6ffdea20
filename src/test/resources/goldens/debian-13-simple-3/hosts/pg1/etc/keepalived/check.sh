#!/bin/sh
# Succeeds only while the Patroni of this host holds the leader's lock.
exec /usr/bin/curl -fsS -o /dev/null -m 1 http://192.0.2.11:8008/primary
