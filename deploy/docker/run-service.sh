#!/bin/sh
# run-service.sh <service>: runs one service of the image; `provision` prepares keys, databases and migrations and ends.
set -eu

if [ "$1" = provision ]; then
  exec node dist/tools/provision/src/main.js
fi

# given by the environment, or made by `provision` at first run
if [ -z "${DATABASE_URL:-}" ]; then
  DATABASE_URL=$(cat "$LIENTHONG_HOME/database/$1.app.url")
  export DATABASE_URL
fi
exec node --disable-warning=TimeoutNegativeWarning "dist/services/$1/src/main.js"
