import {
  firstStates,
  type NationalState,
  type NationalStateCode,
  nationalStates,
  type StateTransitions,
  stateTransitions,
} from './national-states.data';
import { procedureErrors } from './procedures.errors';

/** The states a dossier has been in, oldest first; empty before it is registered. */
export type StateHistory = readonly NationalStateCode[];

const stateOf = new Map(nationalStates.map((state) => [state.code, state]));
const transitionsOf = new Map(stateTransitions.map((row) => [row.from, row]));

/** The state with its names; every code of the type has one. */
export function nationalState(code: NationalStateCode): NationalState {
  const state = stateOf.get(code);
  if (state === undefined) throw procedureErrors.STATE_UNKNOWN({ state: code });
  return state;
}

/**
 * The states that the present one interrupts, innermost last: 5, 6 and 7 lie on top of the state they came from, and going
 * back to that state takes it off again. In process, supplement asked, withdrawal asked is `[4, 5]` in state 7.
 */
export function originsOf(history: StateHistory): readonly NationalStateCode[] {
  const origins: NationalStateCode[] = [];
  history.forEach((state, index) => {
    const previous = history[index - 1];
    if (origins.at(-1) === state) origins.pop();
    else if (!interrupts(state)) origins.length = 0;
    else if (previous !== undefined) origins.push(previous);
  });
  return origins;
}

/** The states that may follow, ascending; none at the end of a dossier. */
export function allowedNext(history: StateHistory): readonly NationalStateCode[] {
  const current = history.at(-1);
  if (current === undefined) return firstStates;
  const row = transitionsFrom(current);
  const origins = originsOf(history);
  const allowed = new Set(row.to);
  const origin = origins.at(-1);
  if (row.backToOrigin && origin !== undefined) allowed.add(origin);
  if (row.notAcceptedIfNew && origins[0] === 1) allowed.add(3);
  return [...allowed].sort((one, other) => one - other);
}

/** Whether the table lets the dossier go into this state now. */
export function canMove(history: StateHistory, to: NationalStateCode): boolean {
  return allowedNext(history).includes(to);
}

/** The history with the new state; refuses any other move with `procedures.TRANSITION_NOT_ALLOWED`, saying what is allowed. */
export function nextState(history: StateHistory, to: NationalStateCode): StateHistory {
  const allowed = allowedNext(history);
  if (allowed.includes(to)) return [...history, to];
  throw procedureErrors.TRANSITION_NOT_ALLOWED({
    from: history.at(-1) ?? 0,
    to,
    allowed: allowed.map(String),
    fromName: nameOf(history.at(-1)),
    toName: nationalState(to).vi,
  });
}

function interrupts(state: NationalStateCode): boolean {
  return transitionsFrom(state).backToOrigin === true;
}

function transitionsFrom(state: NationalStateCode): StateTransitions {
  const row = transitionsOf.get(state);
  if (row === undefined) throw procedureErrors.STATE_UNKNOWN({ state });
  return row;
}

function nameOf(state: NationalStateCode | undefined): string {
  return state === undefined ? 'chưa đăng ký' : nationalState(state).vi;
}
