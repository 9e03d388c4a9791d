import { OffsetClock } from '@lienthong/kernel';
import { mintToken } from '@lienthong/service-host';
import type { StackAccess } from '../stack-access';

/** A person who acts in the demo: one role in one office of one agency. */
export interface PersonRole {
  readonly member: string;
  readonly office: string;
  readonly role: string;
}

/** Bearer tokens of the development issuer, made once per person. */
export class People {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(private readonly access: StackAccess) {}

  token({ member, office, role }: PersonRole): Promise<string> {
    const person = `${role}-${office}`;
    const key = `${member}|${person}`;
    const known = this.tokens.get(key) ?? this.mint({ member, office, role }, person);
    this.tokens.set(key, known);
    return known;
  }

  private mint({ member, office, role }: PersonRole, person: string): Promise<string> {
    const clock = new OffsetClock(this.access.clockOffsetMs);
    return mintToken(this.access.home, { person, member, office, roles: [role], clock });
  }
}

/** Who does what; `office` is the branch that answers for the parcel's commune. */
export const roles = {
  deskClerk: (office: string): PersonRole => ({ member: 'intake', office, role: 'desk-clerk' }),
  recordsKeeper: (office: string): PersonRole => ({ member: 'land-registry', office, role: 'land-records-keeper' }),
  landOfficer: (office: string): PersonRole => ({ member: 'land-registry', office, role: 'land-officer' }),
  landLeader: (office: string): PersonRole => ({ member: 'land-registry', office, role: 'land-leader' }),
  taxOfficer: (office: string): PersonRole => ({ member: 'tax', office, role: 'tax-officer' }),
  priceKeeper: (office: string): PersonRole => ({ member: 'tax', office, role: 'price-keeper' }),
  payer: (): PersonRole => ({ member: 'collecting-bank', office: 'head-office', role: 'payer' }),
  bankClerk: (): PersonRole => ({ member: 'collecting-bank', office: 'head-office', role: 'bank-clerk' }),
  treasuryClerk: (office: string): PersonRole => ({ member: 'treasury', office, role: 'treasury-clerk' }),
  busOperator: (): PersonRole => ({ member: 'integration-bus', office: 'centre', role: 'bus-operator' }),
  leader: (member: string, office: string): PersonRole => ({ member, office, role: 'agency-leader' }),
};
