import { validateBody } from '@lienthong/envelope';
import { type FieldFault, isAppError, localDate, type LocalDate } from '@lienthong/kernel';

/** One rule about a declaration; it is asked only when the fields it needs have the right shape. */
export interface DeclarationRule<D> {
  readonly needs: readonly string[];
  readonly check: (declaration: D, on: LocalDate, now: Date) => readonly FieldFault[];
}

/** What a fault says, in both languages. */
interface Saying {
  readonly en: string;
  readonly vi: string;
}

export const NO_FAULT: readonly FieldFault[] = [];

export function fault(path: string, rule: string, { en, vi }: Saying): FieldFault {
  return { path, rule, message: en, messageVi: vi };
}

/** Every fault of a declaration that is submitted now: wrong shapes, and every rule that the rightly shaped fields break. */
export function declarationFaults<D extends object>(
  of: new () => D,
  rules: readonly DeclarationRule<D>[],
  { body, now }: { readonly body: unknown; readonly now: Date },
): readonly FieldFault[] {
  const wrong = shapeFaults(of, body);
  const asked = rules.filter(({ needs }) => !needs.some((need) => wrong.some(({ path }) => touches(path, need))));
  return [...wrong, ...asked.flatMap(({ check }) => check(body as D, localDate(now), now))];
}

function shapeFaults<D extends object>(of: new () => D, body: unknown): readonly FieldFault[] {
  try {
    validateBody(of, body, 'strict');
    return NO_FAULT;
  } catch (error) {
    if (!isAppError(error) || !error.faults) throw error;
    return error.faults;
  }
}

/** Whether one path lies inside the other; a fault of the whole body touches everything. */
function touches(one: string, other: string): boolean {
  return one === '' || one === other || isInside(one, other) || isInside(other, one);
}

function isInside(path: string, of: string): boolean {
  return path.startsWith(`${of}.`) || path.startsWith(`${of}[`);
}
