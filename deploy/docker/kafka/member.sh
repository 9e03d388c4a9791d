#!/usr/bin/env bash
# member.sh <code>: makes a member known to the secured broker that runs here: credentials, its own rights, and those of the
# bus to its two topics. The password lies in .lienthong/kafka/<code>.password.
set -Eeuo pipefail

member=${1:?which member?}
[[ $member =~ ^[a-z][a-z0-9]*(-[a-z0-9]+)*$ ]] || { echo "$member is no member code" >&2; exit 2; }
home=${LIENTHONG_FOLDER:-/lienthong}
bin=${KAFKA_BIN:-/opt/kafka/bin}
broker=${BROKER:-localhost:9092}
prefix=${TOPIC_PREFIX:-lt.}
admin=$home/kafka/admin.properties

umask 077
file=$home/kafka/$member.password
[ -s "$file" ] || head -c 24 /dev/urandom | base64 | tr -d '\n' | tr '+/' '-_' > "$file"
user=$(mktemp)
trap 'rm -f "$user"' EXIT
printf 'SCRAM-SHA-512=iterations=4096,password=%s\n' "$(< "$file")" > "$user"
"$bin/kafka-configs.sh" --bootstrap-server "$broker" --command-config "$admin" \
  --alter --entity-type users --entity-name "$member" --add-config-file "$user"

allow() { # allow WHO OPERATION --topic|--group NAME
  "$bin/kafka-acls.sh" --bootstrap-server "$broker" --command-config "$admin" \
    --add --allow-principal "User:$1" --operation "$2" "$3" "$4" > /dev/null
}
allow "$member" Write --topic "$prefix$member.out"
allow "$member" Read --topic "$prefix$member.in"
allow "$member" Read --group "$prefix$member"
allow integration-bus Read --topic "$prefix$member.out"
allow integration-bus Write --topic "$prefix$member.in"
if [ "$(id -u)" = 0 ]; then chown "${LIENTHONG_UID:-1000}:${LIENTHONG_GID:-1000}" "$file"; fi
echo "$member: its password lies in .lienthong/kafka/$member.password"
