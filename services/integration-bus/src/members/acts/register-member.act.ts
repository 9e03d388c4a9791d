import { Clock, instantText } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { refuseTakenCodes } from '../agency-codes/taken-codes';
import { registryErrors } from '../registry.errors';
import type { RegistryRow } from '../registry-tables';
import { writeRegistry } from '../write-registry';
import { newKeyRow } from './new-key-row';
import { RegisterMemberContent } from './register-member.content';
import { checkedUrl } from './transport.rules';

@ActKind({
  name: 'register-member',
  effect: 'permits',
  summary: 'Takes a new member in: code, name, agency codes, transport, offices, first key. It has no grants yet.',
  content: RegisterMemberContent,
})
export class RegisterMemberAct implements CarriesOut<RegisterMemberContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.MEMBER_KNOWN, AGENCY_CODE_TAKEN, KEY_KNOWN, TRANSPORT_URL_WRONG, PERIOD_WRONG */
  async carryOut(client: ClientBase, content: RegisterMemberContent, act: ActInForce): Promise<object> {
    const { member, name, agencyCode, offices, key } = content;
    const { rowCount } = await client.query('select 1 from member where code = $1', [member]);
    if (rowCount) throw registryErrors.MEMBER_KNOWN({ member });
    const codes = [...agencyCode, ...offices.flatMap(({ unitCodes }) => unitCodes)];
    await refuseTakenCodes(client, codes, member);
    const keyRow = key && (await newKeyRow(client, { member, ...key }, act.at));
    const rows: RegistryRow[] = [
      {
        table: 'member',
        row: { code: member, name, agencyCode, state: 'active', transport: content.transport, ...checkedUrl(content) },
      },
      ...offices.map((office): RegistryRow => ({ table: 'office', row: { member, ...office } })),
      ...(keyRow ? [{ table: 'member_key', row: keyRow } as const] : []),
    ];
    const [logId] = await writeRegistry(client, rows, { clock: this.clock, actId: act.id });
    return { member, logId, ...(keyRow ? { kid: keyRow.kid } : {}), registeredAt: instantText(act.at) };
  }
}
