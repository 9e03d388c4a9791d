import { isAppError } from '@lienthong/kernel';
import { versionOf } from './catalogue';
import { decide } from './decide';
import type { Happened, ProcedureInstance } from './instance';
import { isOpen } from './moves';
import { planOf } from './plan';
import type { ProcedureVersion } from './procedure';
import { procedureErrors } from './procedures.errors';

type Failure = Omit<Extract<Happened, { readonly kind: 'message-failed' }>, 'kind'>;

/** Where a message that failed leaves its dossier. */
export interface NotedFailure {
  readonly instance: ProcedureInstance;
  /** The step that waits for an officer now; absent where the message belongs to no open step. */
  readonly step?: string;
  /** What it asked for was done meanwhile: nobody has to look. */
  readonly isOvertaken: boolean;
}

/**
 * Takes a message that was rejected, parked or replaced into the instance. One that belongs to no step of the procedure, such
 * as a picture of the state for the one-stop desk, leaves the instance as it is.
 */
export function noteFailure(version: ProcedureVersion, instance: ProcedureInstance, told: Failure): NotedFailure {
  const failure = { ...told, type: asNamed(version, told.type) };
  try {
    const { instance: noted, effects } = decide(version, instance, { kind: 'message-failed', ...failure });
    const task = effects.find(({ kind }) => kind === 'officer-task');
    return { instance: noted, isOvertaken: false, ...(task && 'step' in task && { step: task.step }) };
  } catch (error) {
    if (!isAppError(error) || error.code !== procedureErrors.NOT_EXPECTED.description.code) throw error;
    return { instance, isOvertaken: asksClosedStep(version, instance, failure) };
  }
}

/** The type as the steps name it: a message may be sent in a later version than the procedure was written for. */
function asNamed({ steps }: ProcedureVersion, type: string): string {
  const named = steps.flatMap(({ askedBy, doneBy, alsoSends = [], refusals, opinions = [] }) => [
    ...(askedBy === undefined ? [] : [askedBy]),
    ...[...doneBy, ...alsoSends, ...refusals.map(({ by }) => by), ...opinions.map((opinion) => opinion.askedBy)],
  ]);
  return named.includes(type) ? type : (named.find((one) => withoutVersion(one) === withoutVersion(type)) ?? type);
}

function withoutVersion(type: string): string {
  return type.replace(/\.v\d+$/, '');
}

const SAID: Readonly<Record<string, string>> = {
  rejected: 'trục liên thông từ chối',
  parked: 'bên nhận không xử lý được',
  discarded: 'bên nhận đã loại bỏ',
  void: 'không được chuyển đến bên nhận',
};

/** A message that came to nothing, as whoever sent it is told. */
export interface FailedToArrive {
  readonly type: string;
  /** `<member>/<office>`, comma-joined. */
  readonly recipients: string;
  readonly outcome: string;
  readonly reason: string;
  readonly at: Date;
  readonly branch?: string;
}

/** The instance after it, and what an officer reads; undefined when what it asked for was done meanwhile. */
export function takeFailure(
  instance: ProcedureInstance,
  failed: FailedToArrive,
): { readonly instance: ProcedureInstance; readonly text: string } | undefined {
  const { type, at, branch } = failed;
  const text = failureText(failed);
  const failure = { type, at, reason: text, ...(branch === undefined ? {} : { branch }) };
  const { instance: noted, isOvertaken } = noteFailure(versionOf(instance), instance, failure);
  return isOvertaken ? undefined : { instance: noted, text };
}

/** What an officer reads about a message that came to nothing: which one, to whom, and why. */
export function failureText({
  type,
  recipients,
  outcome,
  reason,
}: Pick<FailedToArrive, 'type' | 'recipients' | 'outcome' | 'reason'>): string {
  return `Thông điệp ${type.split('.').at(-2) ?? type} gửi ${recipients}: ${SAID[outcome] ?? outcome} (${reason})`;
}

/** The steps whose message could not be delivered and was not sent again yet, each with the reason. */
export function undelivered({
  steps,
}: ProcedureInstance): readonly { readonly step: string; readonly reason: string }[] {
  return Object.entries(steps).flatMap(([step, { task }]) => (task === undefined ? [] : [{ step, reason: task }]));
}

/** The step of a branch whose message could not be delivered, with the message that asks for it. */
export function undeliveredStep(
  version: ProcedureVersion,
  instance: ProcedureInstance,
  branch: string,
): { readonly step: string; readonly type: string } | undefined {
  const found = version.steps.find(
    ({ id, branch: of, askedBy }) => of === branch && askedBy !== undefined && instance.steps[id]?.task !== undefined,
  );
  return found?.askedBy === undefined ? undefined : { step: found.id, type: found.askedBy };
}

function asksClosedStep(version: ProcedureVersion, { steps }: ProcedureInstance, { type, branch }: Failure): boolean {
  const asked = [...planOf(version).steps.values()].filter(
    ({ step }) => step.askedBy === type && (branch === undefined || step.branch === branch) && step.id in steps,
  );
  return asked.length > 0 && asked.every(({ step }) => !isOpen(steps[step.id]));
}
