import type { BirthCorrectedV1, BirthRecord, ResidenceRequest } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { residenceErrors } from '../residence.errors';
import type { Resident } from './resident.state';

/** What a child's line of the register is made of. */
export interface RegisteredBirth {
  readonly dossierCode: string;
  readonly office: string;
  readonly birth: BirthRecord;
  readonly request: ResidenceRequest;
}

/** The child's line of the register. @throws residence.ALREADY_RESIDENT when the person has a residence */
export function residentOf(
  { birth, request, dossierCode, office }: RegisteredBirth,
  known: Resident | undefined,
  { noticeNumber, on }: { readonly noticeNumber: string; readonly on: LocalDate },
): Resident {
  if (known && known.state !== 'ended')
    throw residenceErrors.ALREADY_RESIDENT({ noticeNumber: known.noticeNumber ?? known.registeredOn });
  const { name, sex, birthDate } = birth.child;
  const { communeCode, address, householdHeadName, householdHeadNumber, relation } = request;
  return {
    personalIdentificationNumber: birth.personalIdentificationNumber,
    ...{ office, communeCode, name, sex, birthDate, address, householdHeadName, relation },
    ...(householdHeadNumber === undefined ? {} : { householdHeadNumber }),
    ...{ registeredOn: on, noticeNumber, dossierCode, state: 'active' },
    events: [...(known?.events ?? []), { event: 'registered', on, reference: noticeNumber }],
  };
}

/** The same line with the corrected data; nothing is registered a second time (O §4.5). */
export function corrected(known: Resident, { birth, correctedOn, decisionNumber }: BirthCorrectedV1): Resident {
  const { name, sex, birthDate } = birth.child;
  const event = { event: 'corrected', on: correctedOn, reference: decisionNumber } as const;
  return { ...known, name, sex, birthDate, events: [...known.events, event] };
}

/** A corrected sex or birth date gives a new number (O §4.3): the line goes on under it, the old number stays known. */
export function renumbered(known: Resident, correction: BirthCorrectedV1): readonly [old: Resident, now: Resident] {
  const { correctedOn: on, decisionNumber: reference, birth } = correction;
  const event = { event: 'renumbered', on, reference } as const;
  return [
    { ...known, state: 'renumbered', endedOn: undefined, events: [...known.events, event] },
    { ...corrected(known, correction), personalIdentificationNumber: birth.personalIdentificationNumber },
  ];
}

export function ended(known: Resident, on: LocalDate, dossierCode: string): Resident {
  const events = [...known.events, { event: 'ended', on, reference: dossierCode } as const];
  return { ...known, state: 'ended', endedOn: on, endedBy: dossierCode, events };
}

/** The reverse of `ended`, for the chain that ended it and no other (O §4.6 DeathRevoked). */
export function restored(known: Resident, dossierCode: string, on: LocalDate): Resident {
  if (known.state !== 'ended' || known.endedBy !== dossierCode) return known;
  const events = [...known.events, { event: 'restored', on, reference: dossierCode } as const];
  return { ...known, state: 'active', endedOn: undefined, endedBy: undefined, events };
}

/** Whether a line says what is stated of the person. */
export function sameLine(known: Resident, stated: Partial<Resident>): boolean {
  return (Object.keys(stated) as (keyof Resident)[]).every((field) => known[field] === stated[field]);
}
