import type { DeathDeclaration } from '@lienthong/contracts';
import type { Agencies } from '../people/agencies';
import { type CivilOffices, officeOf } from './civil-offices';

/** What social insurance knows of the person beside the card. */
export interface Insured {
  readonly receivesPension: boolean;
  readonly funeralAllowance: boolean;
}

const REGISTERED_ON = '2016-07-01';

/** The deceased lived here before the chain: the police have the residence, social insurance has the card. */
export async function knowPerson(
  agencies: Agencies,
  offices: CivilOffices,
  { deceased }: DeathDeclaration,
  insured: Insured = { receivesPension: false, funeralAllowance: false },
): Promise<void> {
  const { name, sex, birthDate, personalIdentificationNumber, residence } = deceased;
  if (personalIdentificationNumber === undefined) return;
  const person = { personalIdentificationNumber, name };
  const police = { member: 'residence', role: 'residence-officer', office: officeOf(offices, 'residence') };
  const insurance = {
    member: 'health-insurance',
    role: 'insurance-officer',
    office: officeOf(offices, 'health-insurance'),
  };
  const digits = personalIdentificationNumber.slice(-8);
  const card = {
    cardNumber: `75${digits}`,
    ...{ sex, birthDate, issuedOn: REGISTERED_ON, validFrom: REGISTERED_ON, validTo: '2099-12-31' },
  };
  const line = {
    ...{ ...person, sex, birthDate, communeCode: residence?.communeCode, address: residence?.detail ?? 'Thử Nghiệm' },
    ...{ householdHeadName: name, registeredOn: REGISTERED_ON },
  };
  await Promise.all([
    ...(residence?.communeCode === undefined ? [] : [agencies.post(police, '/residents', line)]),
    agencies.post(insurance, '/insured-persons', { ...person, ...insured, card }),
  ]);
}
