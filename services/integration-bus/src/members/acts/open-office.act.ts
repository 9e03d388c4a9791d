import { Clock } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { refuseTakenCodes } from '../agency-codes/taken-codes';
import { holdsOn } from '../registry';
import { registryErrors } from '../registry.errors';
import { lockedMember, lockedOffices } from '../registry-rows';
import { writeRegistry } from '../write-registry';
import { IsMemberCode } from './member.fields';
import { OfficeContent } from './register-member.content';

export class OpenOfficeContent extends OfficeContent {
  @IsMemberCode() readonly member: string;
}

@ActKind({
  name: 'open-office',
  effect: 'permits',
  summary: 'Gives a member one more office that messages may name.',
  content: OpenOfficeContent,
})
export class OpenOfficeAct implements CarriesOut<OpenOfficeContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.MEMBER_UNKNOWN, OFFICE_KNOWN, AGENCY_CODE_TAKEN */
  async carryOut(client: ClientBase, content: OpenOfficeContent, { id: actId }: ActInForce): Promise<undefined> {
    const { member, id, name, unitCodes, validFrom } = content;
    await lockedMember(client, member);
    const known = (await lockedOffices(client, member)).filter((office) => office.id === id);
    const later = known.some((office) => holdsOn(office, validFrom) || office.validFrom >= validFrom);
    if (later) throw registryErrors.OFFICE_KNOWN({ address: `${member}/${id}` });
    await refuseTakenCodes(client, unitCodes, member);
    const row = { member, id, name, unitCodes, validFrom };
    await writeRegistry(client, [{ table: 'office', row }], { clock: this.clock, actId });
    return undefined;
  }
}
