import { BirthDeclaredV1, type BirthDeclaration, DeathDeclaredV1, type DeathDeclaration } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { LocalDate } from '@lienthong/kernel';
import { findStep, procedures, type ProcedureVersion, totalTime, versionOn } from '@lienthong/procedures';

/** The procedure that covers what is asked for, in the version of the day, with its total time in working days. */
export interface ChosenProcedure {
  readonly code: string;
  readonly ruleVersion: string;
  readonly workingDays: number;
}

/** What is asked for beside the registration, on which day, and what lengthens the whole where the version knows it. */
export interface Wanted {
  readonly asked: readonly string[];
  readonly on: LocalDate;
  readonly extensions?: readonly string[];
}

const declaredBy = { birth: messageOf(BirthDeclaredV1).type, death: messageOf(DeathDeclaredV1).type } as const;

/** Branches that a declaration asks for beside the registration. */
export function branchesOfBirth({ residence, healthCard }: BirthDeclaration): readonly string[] {
  return [...(residence ? ['residence'] : []), ...(healthCard ? ['health-card'] : [])];
}

export function branchesOfDeath({ residenceWanted, benefitsWanted, funeral }: DeathDeclaration): readonly string[] {
  return [
    ...(residenceWanted ? ['residence'] : []),
    ...(benefitsWanted ? ['benefits'] : []),
    ...(funeral ? ['funeral'] : []),
  ];
}

/** Of the procedures in force on the day the one that covers exactly what is asked for, else the one with least beside it. */
export function chosenProcedure(
  kind: 'birth' | 'death',
  { asked, on, extensions = [] }: Wanted,
): ChosenProcedure | undefined {
  const fitting = procedures.flatMap((procedure) => {
    const version = versionOn(procedure, on);
    if (!version || !isDeclared(version, kind)) return [];
    const branches = version.branches ?? [];
    const without = branches.filter(({ id, optional }) => optional && !asked.includes(id)).map(({ id }) => id);
    const isCovered = asked.every((branch) => branches.some(({ id }) => id === branch));
    const time = totalTime(version, on, { without, extensions });
    if (!isCovered || time?.unit !== 'working-days') return [];
    const { code } = procedure;
    return [{ code, ruleVersion: `${code}/v${version.version}`, workingDays: time.amount, beside: without.length }];
  });
  return fitting.sort((one, other) => one.beside - other.beside)[0];
}

function isDeclared(version: ProcedureVersion, kind: 'birth' | 'death'): boolean {
  return findStep(version, version.firstStep)?.doneBy.includes(declaredBy[kind]) ?? false;
}
