// Stands in for Apache's kafka-acls.sh, whose class is not among the broker's jars: the same options, by kafkajs.
const { readFileSync } = require('node:fs');
const {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  Kafka,
  ResourcePatternTypes,
  logLevel,
} = require('kafkajs');
const { parseArgs } = require('node:util');

const { values } = parseArgs({
  options: {
    'bootstrap-server': { type: 'string' },
    'command-config': { type: 'string' },
    add: { type: 'boolean' },
    'allow-principal': { type: 'string' },
    operation: { type: 'string' },
    topic: { type: 'string' },
    group: { type: 'string' },
  },
});
const config = readFileSync(values['command-config'], 'utf8');
const [, username, password] = /username="([^"]+)" password="([^"]+)"/.exec(config);
const admin = new Kafka({
  brokers: [values['bootstrap-server']],
  sasl: { mechanism: 'scram-sha-512', username, password },
  logLevel: logLevel.NOTHING,
}).admin();

async function main() {
  if (!values.add) throw new Error('only --add is known here');
  await admin.connect();
  try {
    await admin.createAcls({
      acl: [
        {
          resourceType: values.topic === undefined ? AclResourceTypes.GROUP : AclResourceTypes.TOPIC,
          resourceName: values.topic ?? values.group,
          resourcePatternType: ResourcePatternTypes.LITERAL,
          principal: values['allow-principal'],
          host: '*',
          operation: AclOperationTypes[values.operation.toUpperCase()],
          permissionType: AclPermissionTypes.ALLOW,
        },
      ],
    });
  } finally {
    await admin.disconnect();
  }
}

main().catch((error) => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
