import { CLOSING_MS, instantOf } from '@lienthong/kernel';
import { stepDue, versionOf } from '@lienthong/procedures';
import type { LandDossier } from '../dossiers/land-dossier.state';

/**
 * When the tax office should have answered: the legal time of its open step, or once the notices are there the first day on
 * which they are due. Nothing where another one has the dossier.
 */
export function answerDue({ instance, notices }: Pick<LandDossier, 'instance' | 'notices'>): Date | undefined {
  const version = versionOf(instance);
  const isOpen = (id: string): boolean => ['active', 'waiting'].includes(instance.steps[id]?.state ?? '');
  if (isOpen('fulfil')) {
    const [due] = Object.values(notices)
      .map(({ dueDate }) => dueDate)
      .sort();
    return due === undefined ? undefined : instantOf(due, CLOSING_MS);
  }
  const asked = version.steps.find(({ id, member }) => member === 'tax' && instance.steps[id]?.state === 'active');
  return asked && stepDue(version, instance, asked.id);
}
