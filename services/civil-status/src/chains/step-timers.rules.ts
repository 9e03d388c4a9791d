import { type ProcedureInstance, stepDue } from '@lienthong/procedures';
import { versionOf } from './chain.rules';

/** Agencies whose silence the registrar watches: not its own desk, and not the one-stop desk with its citizen. */
const unwatched: ReadonlySet<string> = new Set(['civil-status', 'intake']);

/** When each open step of another agency, or the time for papers that it wants, has passed. */
export function dueTimes(instance: ProcedureInstance): ReadonlyMap<string, Date> {
  const version = versionOf(instance);
  const due = version.steps.flatMap(({ id, member }): readonly (readonly [string, Date])[] => {
    const step = instance.steps[id];
    const isWatched = step?.state === 'paused' || (step?.state === 'active' && step.late === undefined);
    if (unwatched.has(member) || !isWatched) return [];
    const at = stepDue(version, instance, id);
    return at ? [[id, at]] : [];
  });
  return new Map(due);
}
