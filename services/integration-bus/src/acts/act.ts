import type { ClientBase } from 'pg';

/**
 * Restricting acts (suspend, revoke) are in force at once, and what they took away can be given back; permitting ones
 * (register, grant) and irreversible ones (discard) wait for a second person.
 */
export type ActEffect = 'permits' | 'restricts' | 'irreversible';

/**
 * `proposed` → `carried-out` or `refused`; `in-force` → `confirmed` or `disputed`. A disputed act stays in force, with its
 * alarm, until somebody confirms it or two persons have lifted it by a permitting act and confirm that it is settled.
 */
export type ActState = 'proposed' | 'carried-out' | 'refused' | 'in-force' | 'confirmed' | 'disputed';

/** Who asked for an act, and for what. */
export interface AskedAct {
  readonly id: string;
  readonly kind: string;
  readonly effect: ActEffect;
  readonly content: object;
  readonly reason: string;
  readonly state: ActState;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** A restricting act is to be confirmed by then; a proposal lapses then. */
  readonly dueAt: Date;
}

/** An act as whoever carries it out sees it. */
export interface ActInForce {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
  /** The persons who stand for it: one for a restricting act, two for any other. */
  readonly by: readonly string[];
  readonly at: Date;
}

/** Does what an act says, inside its transaction; what it returns is kept and answered. */
export interface CarriesOut<C extends object> {
  /** Refuses a proposal that could not be carried out as things stand; it is judged again when it is. */
  foresee?(client: ClientBase, content: C): Promise<void>;
  carryOut(client: ClientBase, content: C, act: ActInForce): Promise<object | undefined>;
}
