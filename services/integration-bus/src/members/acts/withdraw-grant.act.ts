import { Clock, instantText } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { registryErrors } from '../registry.errors';
import type { GrantFileRow } from '../registry-files';
import { lockedGrants } from '../registry-rows';
import type { RegistryRow } from '../registry-tables';
import { writeRegistry } from '../write-registry';
import { GrantKeyContent } from './grant.content';

@ActKind({
  name: 'withdraw-grant',
  effect: 'restricts',
  summary: 'Ends the right of a sender to send one type to these recipients; what still waits for them becomes a void.',
  content: GrantKeyContent,
})
export class WithdrawGrantAct implements CarriesOut<GrantKeyContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.GRANT_UNKNOWN */
  async carryOut(client: ClientBase, content: GrantKeyContent, { id, at }: ActInForce): Promise<object> {
    const { sender, recipients, type } = content;
    const rows: RegistryRow<'grant_row'>[] = [];
    for (const recipient of [...recipients].sort()) {
      const held = await lockedGrants(client, { sender, recipient, type }, at);
      if (held.length === 0) throw registryErrors.GRANT_UNKNOWN({ sender, recipient, type });
      rows.push(...held.map((row) => ({ table: 'grant_row' as const, row: ended(row, at) })));
    }
    await writeRegistry(client, rows, { clock: this.clock, actId: id });
    return { withdrawn: rows.length, at: instantText(at) };
  }
}

/** One that has not begun yet never begins. */
function ended(row: GrantFileRow, at: Date): GrantFileRow {
  return { ...row, validTo: new Date(row.validFrom) > at ? row.validFrom : instantText(at) };
}
