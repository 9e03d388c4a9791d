import type { BirthRecord, ChainResult, DeathRecord, RegisterEntry } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import type { RegisterPlace } from '../books/register-book.rules';
import { civilErrors } from '../civil-status.errors';
import type { BranchFile, CivilChain } from './civil-chain.state';
import { communeCodeNow, nameOfOffice } from './receivers.rules';
import { REGISTRATION } from './steps.data';

/** The place in the book with day and office; the office is named as it is called on that day. */
export function registerEntry(
  { office, birth, death }: CivilChain,
  place: RegisterPlace,
  on: LocalDate,
): RegisterEntry {
  const code = birth?.registrationCommuneCode ?? death?.registrationCommuneCode ?? '';
  const registeredBy = nameOfOffice('civil-status', office, on);
  return { ...place, registeredOn: on, communeCode: communeCodeNow(code, on), registeredBy };
}

/** The birth as registered: parents who are not named stay blank (NĐ 123/2015 Đ15). */
export function birthRecord({ dossierCode, birth, personalNumber }: CivilChain, entry: RegisterEntry): BirthRecord {
  if (!birth || personalNumber === undefined) throw civilErrors.NUMBER_NOT_OBTAINED({ dossierCode });
  const { child, mother, father } = birth;
  return {
    entry,
    personalIdentificationNumber: personalNumber,
    child,
    ...(mother && { mother }),
    ...(father && { father }),
  };
}

/** The death as registered, with the data at hand (O §4.6). */
export function deathRecord({ death, dossierCode }: CivilChain, entry: RegisterEntry): DeathRecord {
  if (!death) throw civilErrors.CHAIN_OF_ANOTHER_KIND({ dossierCode, kind: 'birth', wanted: 'death' });
  return { entry, deceased: death.deceased };
}

/** The certificate or extract as a result of the chain. */
export function registeredBranch(chain: CivilChain, entry: RegisterEntry): Readonly<Record<string, BranchFile>> {
  const { branches, birth, death, personalNumber, office } = chain;
  const result: ChainResult = {
    kind: birth ? 'birth-certificate' : 'death-extract',
    number: entry.registrationNumber,
    issuedOn: entry.registeredOn,
    book: entry.book,
    page: entry.page,
    copies: birth?.copies ?? death?.copies ?? 0,
    ...(birth && personalNumber !== undefined && { personalIdentificationNumber: personalNumber }),
  };
  return { ...branches, [REGISTRATION]: { ...(branches[REGISTRATION] ?? { member: 'civil-status', office }), result } };
}
