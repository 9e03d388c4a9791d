import { Clock, instantText } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { checkedPeriod } from '../period.rules';
import { registryErrors } from '../registry.errors';
import type { GrantFileRow } from '../registry-files';
import { lockedGrants, lockedMember } from '../registry-rows';
import type { RegistryRow } from '../registry-tables';
import { writeRegistry } from '../write-registry';
import { GrantContent } from './grant.content';

@ActKind({
  name: 'give-grant',
  effect: 'permits',
  summary:
    'Lets a sender send one type of message to these recipients, for a purpose, by a law, from an instant to another.',
  content: GrantContent,
})
export class GiveGrantAct implements CarriesOut<GrantContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.MEMBER_UNKNOWN, GRANT_KNOWN, PERIOD_WRONG, FROM_THE_PAST */
  async carryOut(client: ClientBase, content: GrantContent, { id, at }: ActInForce): Promise<object> {
    const { sender, recipients, type, purpose, legalBasis, validFrom = instantText(at), validTo } = content;
    const period = checkedPeriod({ validFrom, ...(validTo ? { validTo } : {}) }, at);
    for (const member of [sender, ...recipients].sort()) await lockedMember(client, member);
    const rows: RegistryRow<'grant_row'>[] = [];
    for (const recipient of recipients) {
      const row: GrantFileRow = { sender, recipient, type, purpose, legalBasis, enabled: true, ...period };
      const others = await lockedGrants(client, row, new Date(period.validFrom));
      if (others.some((other) => overlaps(other, row))) throw registryErrors.GRANT_KNOWN({ sender, recipient, type });
      rows.push({ table: 'grant_row', row });
    }
    const logIds = await writeRegistry(client, rows, { clock: this.clock, actId: id });
    return { grants: rows.map(({ row: { recipient } }, i) => ({ recipient, logId: logIds[i] })), ...period };
  }
}

function overlaps(one: GrantFileRow, other: GrantFileRow): boolean {
  const begins = (row: GrantFileRow): number => Date.parse(row.validFrom);
  const ends = (row: GrantFileRow): number => (row.validTo === undefined ? Infinity : Date.parse(row.validTo));
  return begins(one) < ends(other) && begins(other) < ends(one);
}
