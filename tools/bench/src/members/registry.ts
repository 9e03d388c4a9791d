import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '@lienthong/envelope';
import { BenchItemV1 } from './bench-item.message';
import { BENCH_OFFICE } from './chain-state';

const VALID_FROM = '2016-01-01';
const BUS = 'integration-bus';

export interface RegistryWish {
  /** How the members take their deliveries; default `kafka`. */
  readonly transport?: 'kafka' | 'pull';
  /** Who may send to whom; default each to each. */
  readonly pairs?: readonly (readonly [sender: string, recipient: string])[];
}

/** Writes the registry of a bus that knows only the bench's members. */
export function writeRegistry(folder: string, members: readonly string[], wish: RegistryWish = {}): void {
  const { transport = 'kafka', pairs = members.flatMap((sender) => members.map((to) => [sender, to] as const)) } = wish;
  const { type, dataschema, schema } = messageOf(BenchItemV1);
  const codes = [BUS, ...members];
  const grant = { type, enabled: true, validFrom: VALID_FROM, purpose: 'bench', legalBasis: 'none' };
  const files = {
    members: codes.map((code) => ({
      ...{ code, name: code, agencyCode: [], transport: code === BUS ? 'kafka' : transport, state: 'active' },
    })),
    offices: codes.map((member) => ({
      ...{ member, id: BENCH_OFFICE, name: member, unitCodes: [], validFrom: VALID_FROM },
    })),
    grants: pairs.map(([sender, recipient]) => ({ sender, recipient, ...grant })),
    operators: [],
    schemas: [{ type, dataschema, hash: dataschema.slice(dataschema.lastIndexOf(':') + 1), schema }],
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, `${name}.json`), JSON.stringify(rows));
}
