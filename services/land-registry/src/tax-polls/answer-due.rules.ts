import { CLOSING_MS, instantOf } from '@lienthong/kernel';
import { stepDue, versionOf } from '@lienthong/procedures';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { paymentMayBeKnown } from './poll-times.rules';

type Awaiting = Pick<LandDossier, 'instance' | 'notices' | 'reopened' | 'taxClockOn'>;

/**
 * When the tax office should have answered, or may have: the legal time of its open step, or once the notices are there the
 * day on which it may know that they are paid. Nothing where another one has the dossier.
 */
export function answerDue(dossier: Awaiting): Date | undefined {
  const { instance, notices, reopened, taxClockOn } = dossier;
  const version = versionOf(instance);
  if (isOpen(dossier, 'fulfil')) {
    const issued = Object.values(notices).map(({ issuedOn }) => issuedOn);
    const last = [...issued, ...(reopened ? [reopened.reopenedOn] : [])].sort().at(-1);
    return last === undefined ? undefined : paymentMayBeKnown(last);
  }
  const asked = version.steps.find(({ id, member }) => member === 'tax' && instance.steps[id]?.state === 'active');
  return asked && stepDue(version, instance, asked.id, taxClockOn);
}

/** Until when payers have time: the first day on which one of the notices is due. */
export function payableUntil(dossier: Awaiting): Date | undefined {
  if (!isOpen(dossier, 'fulfil')) return undefined;
  const [due] = Object.values(dossier.notices)
    .map(({ dueDate }) => dueDate)
    .sort();
  return due === undefined ? undefined : instantOf(due, CLOSING_MS);
}

function isOpen({ instance }: Awaiting, id: string): boolean {
  return ['active', 'waiting'].includes(instance.steps[id]?.state ?? '');
}
