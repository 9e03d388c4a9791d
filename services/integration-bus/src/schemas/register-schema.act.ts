import { canonicalBytes, type JsonSchema, MAX_PAYLOAD_BYTES, schemaBreaks, schemaChecker } from '@lienthong/envelope';
import { hash } from 'node:crypto';
import { Clock } from '@lienthong/kernel';
import { IsObject } from 'class-validator';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../acts/act';
import { ActKind } from '../acts/act-kind';
import { IsMessageType } from '../members/acts/member.fields';
import { registryErrors } from '../members/registry.errors';
import { writeRegistry } from '../members/write-registry';

export class RegisterSchemaContent {
  @IsMessageType() readonly type: string;
  /** JSON Schema 2020-12 of the body; its hash ends the `dataschema`. */
  @IsObject() readonly schema: JsonSchema;
}

const REVISIONS = 'select dataschema, schema from message_schema where type = $1 for update';

interface RevisionRow {
  dataschema: string;
  schema: JsonSchema;
}

@ActKind({
  name: 'register-schema',
  effect: 'permits',
  summary:
    'Registers a schema: the first of a new version, or a revision that breaks none of the readers of that version.',
  content: RegisterSchemaContent,
})
export class RegisterSchemaAct implements CarriesOut<RegisterSchemaContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.SCHEMA_KNOWN, SCHEMA_INVALID, SCHEMA_BREAKS with the JSON pointers */
  async carryOut(client: ClientBase, { type, schema }: RegisterSchemaContent, { id }: ActInForce): Promise<object> {
    const bytes = usableBytes(schema);
    const digest = hash('sha256', bytes, 'base64url');
    const dataschema = `urn:lienthong:schema:${type}:${digest}`;
    const { rows } = await client.query<RevisionRow>(REVISIONS, [type]);
    if (rows.some((row) => row.dataschema === dataschema)) throw registryErrors.SCHEMA_KNOWN({ dataschema });
    for (const { schema: released } of rows) {
      const breaks = schemaBreaks(released, schema);
      if (breaks.length > 0) {
        const faults = breaks.map(({ pointer, change }) => ({ path: pointer, rule: 'breaks', message: change }));
        throw registryErrors.SCHEMA_BREAKS({ type, pointers: breaks.map(({ pointer }) => pointer) }, { faults });
      }
    }
    const row = { type, dataschema, hash: digest, schema };
    await writeRegistry(client, [{ table: 'message_schema', row }], { clock: this.clock, actId: id });
    return { dataschema, hash: digest, revision: rows.length + 1 };
  }
}

/** @throws integration-bus.SCHEMA_INVALID */
function usableBytes(schema: JsonSchema): Buffer {
  try {
    const bytes = canonicalBytes(schema);
    if (bytes.length > MAX_PAYLOAD_BYTES) throw new Error('it is too large');
    if (schema.type !== 'object') throw new Error('a body is an object');
    schemaChecker(schema);
    return bytes;
  } catch (error) {
    throw registryErrors.SCHEMA_INVALID({ reason: (error as Error).message.slice(0, 200) }, { cause: error });
  }
}
