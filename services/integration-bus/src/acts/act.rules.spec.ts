import { AppError } from '@lienthong/kernel';
import type { ActState, AskedAct } from './act';
import { askedState, dueAt, isOverdue, settled } from './act.rules';

const ASKED_AT = new Date('2026-08-03T09:00:00+07:00');
const HOUR_MS = 3_600_000;
const later = (hours: number): Date => new Date(ASKED_AT.getTime() + hours * HOUR_MS);

function act(state: ActState): AskedAct {
  const effect = state === 'proposed' || state === 'carried-out' || state === 'refused' ? 'permits' : 'restricts';
  return {
    ...{ id: '1', kind: 'suspend-member', effect, content: {}, reason: 'a reason', state },
    ...{ askedBy: 'a', askedAt: ASKED_AT, dueAt: dueAt(effect, ASKED_AT) },
  };
}

function outcome(state: ActState, by: 'confirmation' | 'refusal', now = later(1)): string {
  const found = settled(act(state), by, now);
  return found instanceof AppError ? found.code : found;
}

describe('an act by two persons', () => {
  it('is in force at once when it restricts, and only proposed when it permits or cannot be undone', () => {
    expect(askedState('restricts')).toBe('in-force');
    expect(askedState('permits')).toBe('proposed');
    expect(askedState('irreversible')).toBe('proposed');
  });

  it.each([
    ['proposed', 'confirmation', 'carried-out'],
    ['proposed', 'refusal', 'refused'],
    ['in-force', 'confirmation', 'confirmed'],
    ['in-force', 'refusal', 'disputed'],
    ['disputed', 'confirmation', 'confirmed'],
    ['disputed', 'refusal', 'integration-bus.ACT_SETTLED'],
    ['carried-out', 'confirmation', 'integration-bus.ACT_SETTLED'],
    ['carried-out', 'refusal', 'integration-bus.ACT_SETTLED'],
    ['refused', 'confirmation', 'integration-bus.ACT_SETTLED'],
    ['refused', 'refusal', 'integration-bus.ACT_SETTLED'],
    ['confirmed', 'confirmation', 'integration-bus.ACT_SETTLED'],
    ['confirmed', 'refusal', 'integration-bus.ACT_SETTLED'],
  ] as const)('that is %s becomes by %s: %s', (state, by, expected) => {
    expect(outcome(state, by)).toBe(expected);
  });

  it('lapses as a proposal after a week, to the millisecond', () => {
    expect(outcome('proposed', 'confirmation', new Date(later(168).getTime() - 1))).toBe('carried-out');
    expect(outcome('proposed', 'confirmation', later(168))).toBe('integration-bus.ACT_LAPSED');
    expect(outcome('proposed', 'refusal', later(168))).toBe('integration-bus.ACT_LAPSED');
  });

  it('that restricts can be confirmed late, and is overdue after 24 hours until then, disputed or not', () => {
    expect(outcome('in-force', 'confirmation', later(100))).toBe('confirmed');
    expect(isOverdue(act('in-force'), new Date(later(24).getTime() - 1))).toBe(false);
    expect(isOverdue(act('in-force'), later(24))).toBe(true);
    expect(isOverdue(act('disputed'), later(24))).toBe(true);
    for (const state of ['confirmed', 'proposed', 'refused', 'carried-out'] as const) {
      expect(isOverdue(act(state), later(1_000))).toBe(false);
    }
  });
});
