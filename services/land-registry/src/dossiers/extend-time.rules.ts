import { CLOSING_MS, instantOf, instantText, localDate } from '@lienthong/kernel';
import { appointmentFor, extensionTime, stepDue, versionOf } from '@lienthong/procedures';
import { landErrors } from '../land-registry.errors';
import { type Act, requireStep, seen } from './land-procedure.rules';
import type { LandDossier, LandTimeExtension } from './land-dossier.state';

/** What has to be looked into is found out here, before anything is registered. */
const CHECK = 'check';
const CORRECTION = 'correct-slip';
const OWN_STEPS: readonly string[] = [CHECK, 'sign-certificate'];

/**
 * The officer takes the longer time that the procedure gives, once and with a reason (NĐ 99/2022, told).
 * @throws land-registry.STEP_NOT_ALLOWED, EXTENSION_UNKNOWN, EXTENSION_APPLIED
 */
export function extendTime(
  dossier: LandDossier,
  { extension, reason }: Pick<LandTimeExtension, 'extension' | 'reason'>,
  act: Act,
): LandDossier {
  const { dossierCode, instance, receivedAt, status } = dossier;
  requireStep(dossier, CHECK);
  const version = versionOf(instance);
  const known = (version.extensions ?? []).filter(({ foundBy }) => foundBy === 'owner').map(({ id }) => id);
  if (!known.includes(extension) || !extensionTime(version, extension, localDate(receivedAt))) {
    throw landErrors.EXTENSION_UNKNOWN({ dossierCode, extension, known });
  }
  if (dossier.timeExtension) {
    throw landErrors.EXTENSION_APPLIED({ dossierCode, extension: dossier.timeExtension.extension });
  }
  const timeExtension = { extension, reason, by: act.by, extendedAt: instantText(act.at) };
  return seen({ ...dossier, timeExtension }, status, act);
}

/**
 * By when a step is due: a correction that the tax office asked for by the day that it gave (M13); the office's own steps
 * have all of the longer time where it was taken.
 */
export function dueOf(
  { instance, receivedAt, timeExtension, slipAnswerBy }: LandDossier,
  step: string,
): Date | undefined {
  if (step === CORRECTION && slipAnswerBy !== undefined) return instantOf(slipAnswerBy, CLOSING_MS);
  const version = versionOf(instance);
  const due = stepDue(version, instance, step);
  if (!timeExtension || !OWN_STEPS.includes(step)) return due;
  const longer = appointmentFor(version, receivedAt, { extensions: [timeExtension.extension] });
  return due && due > longer ? due : longer;
}
