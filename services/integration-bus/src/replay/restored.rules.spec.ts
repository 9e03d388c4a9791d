import { answeredSince } from './restored.rules';

const now = new Date('2026-08-03T09:00:00+07:00');
const grounds = { now, keptDays: 90 };

describe('the answers that a restored member may have lost', () => {
  it('are those since its backup and ten minutes before, since clocks differ', () => {
    const since = answeredSince(new Date('2026-08-03T02:00:00+07:00'), grounds);
    expect(since).toEqual(new Date('2026-08-03T01:50:00+07:00'));
  });

  it.each(['0001-01-01T00:00:00Z', '2026-05-05T09:05:00+07:00'])(
    'are never older than the days for which identities are kept, whatever it says (%s)',
    (backTo) => {
      expect(answeredSince(new Date(backTo), grounds)).toEqual(new Date('2026-05-05T09:00:00+07:00'));
    },
  );
});
