import { Clock } from '@lienthong/kernel';
import { IsOptional } from 'class-validator';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { IsAgencyCode } from '../agency-codes/agency-code.field';
import { withCode } from '../agency-codes/code-changes.rules';
import { refuseTakenCodes } from '../agency-codes/taken-codes';
import { lockedMember } from '../registry-rows';
import { writeRegistry } from '../write-registry';
import { IsMemberCode } from './member.fields';
import { DatedCodeContent } from './register-member.content';

export class SetAgencyCodeContent extends DatedCodeContent {
  @IsMemberCode() readonly member: string;
  /** A code of the member that ends the day before, with the new one as its successor. */
  @IsOptional() @IsAgencyCode() readonly replaces?: string;
}

@ActKind({
  name: 'set-agency-code',
  effect: 'permits',
  summary:
    'Gives a member a national agency code with its days; the code that it replaces ends and names its successor.',
  content: SetAgencyCodeContent,
})
export class SetAgencyCodeAct implements CarriesOut<SetAgencyCodeContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.MEMBER_UNKNOWN, AGENCY_CODE_TAKEN, AGENCY_CODE_UNKNOWN */
  async carryOut(client: ClientBase, content: SetAgencyCodeContent, { id: actId }: ActInForce): Promise<undefined> {
    const { member: code, replaces, ...dated } = content;
    const member = await lockedMember(client, code);
    await refuseTakenCodes(client, [dated], code);
    const agencyCode = withCode(member.agencyCode, dated, replaces);
    await writeRegistry(client, [{ table: 'member', row: { ...member, agencyCode } }], { clock: this.clock, actId });
    return undefined;
  }
}
