#!/usr/bin/env bash
# Starts Apache Kafka with own credentials for every member of the registry. Passwords are made at first run and kept in
# .lienthong/kafka (ignored by git), readable by the user that the services run as.
set -Eeuo pipefail

home=${LIENTHONG_FOLDER:-/lienthong}
registry=${REGISTRY_FOLDER:-/registry}
data=${KAFKA_LOG_DIRS:-/var/lib/kafka/data}
bin=${KAFKA_BIN:-/opt/kafka/bin}
admin=lienthong-admin

umask 077 # what is written here is read by its owner only
mkdir -p "$home/kafka"

password_of() {
  local file=$home/kafka/$1.password
  [ -s "$file" ] || head -c 24 /dev/urandom | base64 | tr -d '\n' | tr '+/' '-_' > "$file"
  cat "$file"
}

own=$(password_of "$admin")
scram=(--add-scram "SCRAM-SHA-512=[name=$admin,password=$own]")
# member codes begin with a small letter, agency codes do not
for member in $(grep -o '"code": "[a-z][a-z0-9-]*"' "$registry/members.json" | cut -d'"' -f4); do
  scram+=(--add-scram "SCRAM-SHA-512=[name=$member,password=$(password_of "$member")]")
done

login() { printf 'org.apache.kafka.common.security.%s required username="%s" password="%s"%s;' "$1" "$admin" "$own" "${2:-}"; }

settings=$home/kafka/server.properties
cat > "$settings" << SETTINGS
node.id=1
process.roles=broker,controller
listeners=${KAFKA_LISTENERS:?}
advertised.listeners=${KAFKA_ADVERTISED_LISTENERS:?}
listener.security.protocol.map=INTERNAL:SASL_PLAINTEXT,HOST:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
inter.broker.listener.name=INTERNAL
controller.listener.names=CONTROLLER
controller.quorum.voters=${KAFKA_CONTROLLER_QUORUM_VOTERS:?}
log.dirs=$data
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
sasl.mechanism.controller.protocol=PLAIN
listener.name.internal.scram-sha-512.sasl.jaas.config=$(login scram.ScramLoginModule)
listener.name.host.scram-sha-512.sasl.jaas.config=$(login scram.ScramLoginModule)
listener.name.controller.sasl.enabled.mechanisms=PLAIN
listener.name.controller.plain.sasl.jaas.config=$(login plain.PlainLoginModule " user_$admin=\"$own\"")
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:$admin
auto.create.topics.enable=false
log.retention.hours=336
offsets.retention.minutes=43200
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
SETTINGS
cat > "$home/kafka/admin.properties" << SETTINGS
security.protocol=SASL_PLAINTEXT
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=$(login scram.ScramLoginModule)
SETTINGS

if [ "$(id -u)" = 0 ]; then find "$home" -user 0 -exec chown "${LIENTHONG_UID:-1000}:${LIENTHONG_GID:-1000}" {} +; fi

# what it prints shows the keys of every user, so nobody is shown it
"$bin/kafka-storage.sh" format --ignore-formatted -t "${CLUSTER_ID:?}" -c "$settings" "${scram[@]}" > /dev/null
exec "$bin/kafka-server-start.sh" "$settings"
