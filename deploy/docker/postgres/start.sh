#!/usr/bin/env bash
# Starts the official PostgreSQL image with an administrator's password that nobody had to invent: POSTGRES_PASSWORD when
# it is given, else one made at first run. Kept in .lienthong/database (ignored by git) for the people of this machine.
set -Eeuo pipefail

home=/lienthong
owner=${LIENTHONG_UID:-1000}:${LIENTHONG_GID:-1000}
file=$home/database/postgres.password

umask 077 # what is written here is read by its owner only
mkdir -p "$home/database"
if [ -n "${POSTGRES_PASSWORD:-}" ]; then
  printf '%s' "$POSTGRES_PASSWORD" > "$file"
elif [ ! -s "$file" ]; then
  head -c 24 /dev/urandom | base64 | tr -d '\n' | tr '+/' '-_' > "$file"
fi
POSTGRES_PASSWORD=$(< "$file")
export POSTGRES_PASSWORD
printf 'postgres://postgres:%s@localhost:%s/postgres' "$POSTGRES_PASSWORD" "${PUBLISHED_PORT:-5432}" > "$home/database/postgres.url"

# what root made here (this script, the engine, a demo that ran as root) goes to the user that the services run as
find "$home" -user 0 -exec chown "$owner" {} +

umask 022
exec docker-entrypoint.sh postgres "$@"
