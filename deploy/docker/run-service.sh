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
# on a secured broker a service is a member like any other
if [ "${LIENTHONG_KAFKA:-open}" = secured ] && [ -z "${KAFKA_SASL_USERNAME:-}" ]; then
  KAFKA_SASL_USERNAME=$1
  KAFKA_SASL_PASSWORD=$(cat "$LIENTHONG_HOME/kafka/$1.password")
  export KAFKA_SASL_USERNAME KAFKA_SASL_PASSWORD
fi
exec node --disable-warning=TimeoutNegativeWarning "dist/services/$1/src/main.js"
