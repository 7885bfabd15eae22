#!/bin/sh
# Runs once, when the database is created. Creates the role that the server connects as; `migrate --grant-to` gives it its privileges.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$SERVER_PASSWORD" --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
create role ivr_server login password :'password';
SQL
