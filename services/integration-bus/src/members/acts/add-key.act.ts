import { Clock } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { lockedMember } from '../registry-rows';
import { writeRegistry } from '../write-registry';
import { IsMemberCode } from './member.fields';
import { newKeyRow } from './new-key-row';
import { KeyContent } from './register-member.content';

export class AddKeyContent extends KeyContent {
  @IsMemberCode() readonly member: string;
}

@ActKind({
  name: 'add-key',
  effect: 'permits',
  summary: 'Gives a member one more key to sign with, from now or later; the keys it has go on holding.',
  content: AddKeyContent,
})
export class AddKeyAct implements CarriesOut<AddKeyContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.MEMBER_UNKNOWN, KEY_KNOWN, PERIOD_WRONG, FROM_THE_PAST */
  async carryOut(client: ClientBase, content: AddKeyContent, { id, at }: ActInForce): Promise<object> {
    await lockedMember(client, content.member);
    const row = await newKeyRow(client, content, at);
    await writeRegistry(client, [{ table: 'member_key', row }], { clock: this.clock, actId: id });
    return { kid: row.kid, validFrom: row.validFrom };
  }
}
