import { isAppError } from '@lienthong/kernel';
import { begin, decide } from './decide';
import { branchStates, parentState } from './dossier-states';
import type { Decided, Effect, Happened, ProcedureInstance } from './instance';
import { isOpen } from './moves';
import type { NationalStateCode } from './national-states.data';
import type { ProcedureVersion } from './procedure';

/** What a conversation may state about where the dossier stands; only what is named is compared. */
export interface Standing {
  /** Open steps in the order of the definition; a paused or waiting one says so: `register-residence (paused)`. */
  readonly open?: readonly string[];
  readonly branches?: Readonly<Record<string, NationalStateCode>>;
  readonly parent?: NationalStateCode;
  /** What the owner has to do since the last thing that happened, as `effectText` writes it. */
  readonly effects?: readonly string[];
  readonly end?: string | undefined;
}

/** More about a message than its name. */
interface Said {
  readonly branch?: string;
  readonly reason?: string;
  readonly accepted?: boolean;
}

/** A conversation between the agencies of a chain, as its owner hears it: given(…) → expect(…) → reply(…) → expect(…). */
export class Conversation {
  private now: Date;
  private last: Decided;

  constructor(
    private readonly version: ProcedureVersion,
    start: Date,
    without: readonly string[],
    from?: string,
  ) {
    this.now = start;
    this.last = begin(version, start, without, from);
  }

  get instance(): ProcedureInstance {
    return this.last.instance;
  }

  get at(): Date {
    return this.now;
  }

  /** From now on things happen at that time. */
  on(at: string): this {
    this.now = instant(at);
    return this;
  }

  expect(standing: Standing): this {
    const { instance, effects } = this.last;
    const states = branchStates(this.version, instance);
    const actual: Record<keyof Standing, unknown> = {
      open: openSteps(this.version, instance),
      branches: Object.fromEntries(Object.keys(standing.branches ?? {}).map((id) => [id, states[id]])),
      parent: parentState(this.version, instance),
      effects: effects.map(effectText),
      end: instance.end,
    };
    const asked = Object.keys(standing) as (keyof Standing)[];
    expect(Object.fromEntries(asked.map((key) => [key, actual[key]]))).toEqual(standing);
    return this;
  }

  /** A message comes in or is sent, named without its owner and version. */
  reply(name: string, said: Said = {}): this {
    return this.happens({ kind: 'message', type: this.typeOf(name), at: this.now, ...said });
  }

  act(step: string): this {
    return this.happens({ kind: 'act', step, at: this.now });
  }

  /** The owner goes back to a step of its own accord. */
  back(step: string, reason: string): this {
    return this.happens({ kind: 'back', step, at: this.now, reason });
  }

  refusesBack(step: string): this {
    expect(codeOf(() => this.back(step, 'any'))).toBe('procedures.NOT_EXPECTED');
    return this;
  }

  fails(name: string, reason: string, branch?: string): this {
    const type = this.typeOf(name);
    return this.happens({
      kind: 'message-failed',
      type,
      at: this.now,
      reason,
      ...(branch !== undefined && { branch }),
    });
  }

  stop(reason: string, branch?: string): this {
    return this.happens({ kind: 'stop', at: this.now, reason, ...(branch !== undefined && { branch }) });
  }

  cancel(reason: string): this {
    return this.happens({ kind: 'cancel', at: this.now, reason });
  }

  late(step: string, opinion?: string): this {
    const asked = opinion === undefined ? {} : { opinion: this.typeOf(opinion) };
    return this.happens({ kind: 'late', step, at: this.now, ...asked });
  }

  /** Nothing of the kind is expected, and nothing changes. */
  refuses(name: string, said: Said = {}): this {
    const before = this.last;
    expect(codeOf(() => this.reply(name, said))).toBe('procedures.NOT_EXPECTED');
    expect(this.last).toBe(before);
    return this;
  }

  refusesAct(step: string): this {
    expect(codeOf(() => this.act(step))).toBe('procedures.NOT_EXPECTED');
    return this;
  }

  refusesStop(branch?: string): this {
    expect(codeOf(() => this.stop('any', branch))).toBe('procedures.NOT_EXPECTED');
    return this;
  }

  private happens(happened: Happened): this {
    const before = JSON.stringify(this.last.instance);
    const decided = decide(this.version, this.last.instance, happened);
    // Pure, and kept as JSON: what was decided upon is as it was, and nothing is lost on the way to the database.
    expect(JSON.stringify(this.last.instance)).toBe(before);
    expect(JSON.parse(JSON.stringify(decided.instance))).toEqual(decided.instance);
    this.last = decided;
    return this;
  }

  private typeOf(name: string): string {
    const types = this.version.steps.flatMap((step) => [
      ...step.doneBy,
      ...(step.alsoSends ?? []),
      ...step.refusals.map(({ by }) => by),
      ...(step.opinions ?? []).flatMap(({ askedBy, givenBy }) => [askedBy, givenBy]),
      ...[step.askedBy, step.supplement?.askedBy, step.supplement?.answeredBy].filter((type) => type !== undefined),
    ]);
    const found = types.find((type) => type.split('.').at(-2) === name);
    if (found === undefined) throw new Error(`no message ${name} in the procedure`);
    return found;
  }
}

/** Begins a dossier under the version at that local time (`2026-09-07 08:00`). */
export function given(
  version: ProcedureVersion | undefined,
  at: string,
  without: readonly string[] = [],
  from?: string,
): Conversation {
  if (!version) throw new Error('no such version');
  return new Conversation(version, instant(at), without, from);
}

/** `ask residence-requested`, `escalate register-residence (residence)`, `officer-task …: why`. */
export function effectText(effect: Effect): string {
  switch (effect.kind) {
    case 'ask':
      return `ask ${effect.type.split('.').at(-2) ?? ''}`;
    case 'officer-task':
      return `officer-task ${effect.step}: ${effect.reason}`;
    case 'supplement':
      return `supplement ${effect.branch ?? effect.step}`;
    case 'escalate':
      return `escalate ${effect.step} (${effect.member})`;
    case 'branch-ended':
      return `branch-ended ${effect.branch} ${effect.state}`;
    case 'ended':
      return `ended ${effect.end}`;
  }
}

/** A local time of Vietnam. */
export function instant(at: string): Date {
  return new Date(`${at.replace(' ', 'T')}:00+07:00`);
}

function openSteps({ steps }: ProcedureVersion, instance: ProcedureInstance): readonly string[] {
  return steps.flatMap(({ id }) => {
    const known = instance.steps[id];
    if (!isOpen(known)) return [];
    return known.state === 'active' ? [id] : [`${id} (${known.state})`];
  });
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
  return 'nothing was refused';
}
