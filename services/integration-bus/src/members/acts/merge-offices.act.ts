import { addDays, Clock } from '@lienthong/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, Matches, ValidateNested } from 'class-validator';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { refuseTakenCodes } from '../agency-codes/taken-codes';
import { holdsOn } from '../registry';
import { registryErrors } from '../registry.errors';
import type { OfficeFileRow } from '../registry-files';
import { lockedMember, lockedOffices } from '../registry-rows';
import type { RegistryRow } from '../registry-tables';
import { writeRegistry } from '../write-registry';
import { IsMemberCode } from './member.fields';
import { OfficeContent } from './register-member.content';

const OFFICE = /^[a-z0-9][a-z0-9-]{0,59}$/;

export class MergeOfficesContent {
  @IsMemberCode() readonly member: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(OFFICE, { each: true })
  readonly from: string[];

  /** The office that takes over; its `validFrom` is the first day of the merger. It may be one of those or a new one. */
  @ValidateNested() @Type(() => OfficeContent) readonly into: OfficeContent;
}

@ActKind({
  name: 'merge-offices',
  effect: 'permits',
  summary:
    'Ends offices of a member with a day, and names the office that takes over their work and codes from the next.',
  content: MergeOfficesContent,
})
export class MergeOfficesAct implements CarriesOut<MergeOfficesContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.MEMBER_UNKNOWN, OFFICE_ENDED, AGENCY_CODE_TAKEN */
  async carryOut(client: ClientBase, content: MergeOfficesContent, { id: actId }: ActInForce): Promise<object> {
    const { member, from, into } = content;
    await lockedMember(client, member);
    const offices = await lockedOffices(client, member);
    await refuseTakenCodes(client, into.unitCodes, member);
    const lastDay = addDays(into.validFrom, -1);
    const ended = from.map((id) => {
      const office = offices.find((one) => one.id === id && holdsOn(one, lastDay));
      if (!office) throw registryErrors.OFFICE_ENDED({ address: `${member}/${id}`, on: lastDay });
      return endedBy(office, into, lastDay);
    });
    const current = offices.find((one) => one.id === into.id && holdsOn(one, into.validFrom));
    const takesOver = current && !from.includes(into.id) ? { ...current, name: into.name } : { member, ...into };
    const codes = [...(current && !from.includes(into.id) ? current.unitCodes : []), ...into.unitCodes];
    const rows = [...ended, { ...takesOver, unitCodes: codes }].map((row): RegistryRow => ({ table: 'office', row }));
    await writeRegistry(client, rows, { clock: this.clock, actId });
    return { ended: from.map((id) => `${member}/${id}`), lastDay, successor: `${member}/${into.id}` };
  }
}

/** Its codes end with it, and name the codes of the office that takes over. */
function endedBy(office: OfficeFileRow, into: OfficeContent, lastDay: string): OfficeFileRow {
  const successors = into.unitCodes.map(({ code }) => code);
  const unitCodes = office.unitCodes.map((code) =>
    holdsOn(code, lastDay) ? { ...code, validTo: lastDay, ...(successors.length > 0 ? { successors } : {}) } : code,
  );
  return { ...office, unitCodes, validTo: lastDay, successor: into.id };
}
