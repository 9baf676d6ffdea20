#!/bin/sh
# Patroni runs this once, on the first leader, as postgres; "$1" names the new server.
set -eu

# The password is read by psql itself, so that it is in no argument list and in no log.
exec psql -X -q -v ON_ERROR_STOP=1 -d "$1" <<'SQL'
\set password `cat /etc/patroni/application_password`
SET log_statement = 'none';
SET log_min_error_statement = 'panic';
SET log_min_duration_statement = -1;
SET password_encryption = 'scram-sha-256';
CREATE ROLE "app" LOGIN PASSWORD :'password';
CREATE DATABASE "app" OWNER "app";
REVOKE ALL ON DATABASE "app" FROM PUBLIC;
SQL
