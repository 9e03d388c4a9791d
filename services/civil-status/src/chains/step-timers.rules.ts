import { addDays, instantOf, type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import { stepDue, versionOf } from '@lienthong/procedures';
import type { CivilChain } from './civil-chain.state';

/** Agencies whose silence the registrar watches: not its own desk, and not the one-stop desk with its citizen. */
const unwatched: ReadonlySet<string> = new Set(['civil-status', 'intake']);
/** The agency refuses by itself once its limit has passed; the registrar looks for that answer so much later. */
const MARGIN_WORKING_DAYS = 1;

/** When each open step of another agency has passed, or its answer to a missed limit for papers is overdue. */
export function dueTimes({ instance, branches }: CivilChain): ReadonlyMap<string, Date> {
  const version = versionOf(instance);
  const due = version.steps.flatMap(({ id, member, branch = '' }): readonly (readonly [string, Date])[] => {
    const step = instance.steps[id];
    const isPaused = step?.state === 'paused';
    if (unwatched.has(member) || !(isPaused || (step?.state === 'active' && step.late === undefined))) return [];
    const until = branches[branch]?.papersUntil;
    const at = isPaused && until !== undefined ? papersMissed(until) : stepDue(version, instance, id);
    return at ? [[id, at]] : [];
  });
  return new Map(due);
}

/** The limit ends with the last day that the agency named, for everybody. */
function papersMissed(until: LocalDate): Date {
  return instantOf(addDays(vietnamCalendar.addWorkingDays(until, MARGIN_WORKING_DAYS), 1), 0);
}
