import type { NumberAnswer } from './population-database';
import { belongsTo, type NumberedPerson } from './personal-number.rules';

/** How the allocation of a number stands for one birth record. */
export interface NumberAllocation {
  readonly dossierCode: string;
  readonly person: NumberedPerson;
  readonly attempts: number;
  /** The one number in use. */
  readonly number?: string;
  /** Numbers that came beside it, or that cannot belong to the child. */
  readonly unused: readonly string[];
  /** Of those, the ones that the population database was told about. */
  readonly reported: readonly string[];
  /** Why it gives none. */
  readonly refusedFor?: string;
  /** What the clerk has recorded about the trouble. */
  readonly problem?: string;
}

/**
 * Takes what the population database says: the first number that can belong to the child is in use, once and for ever; every
 * other one is unused and has to be reported (O §4.5 number service answers twice).
 */
export function takeAnswers(allocation: NumberAllocation, answers: readonly NumberAnswer[]): NumberAllocation {
  return answers.reduce(takeOne, allocation);
}

function takeOne(allocation: NumberAllocation, answer: NumberAnswer): NumberAllocation {
  if (answer.kind === 'refused') {
    return allocation.number === undefined ? { ...allocation, refusedFor: answer.firstDossierCode } : allocation;
  }
  const { number } = answer;
  if (number === allocation.number || allocation.unused.includes(number)) return allocation;
  if (allocation.number === undefined && allocation.refusedFor === undefined && belongsTo(number, allocation.person)) {
    return { ...allocation, number };
  }
  return { ...allocation, unused: [...allocation.unused, number] };
}

/** Numbers that were not reported yet. */
export function toReport({ unused, reported }: NumberAllocation): readonly string[] {
  return unused.filter((number) => !reported.includes(number));
}
