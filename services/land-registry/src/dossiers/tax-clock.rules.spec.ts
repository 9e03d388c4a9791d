import { TransferSlipSentV2 } from '@lienthong/contracts';
import { byTax, dossierWithDraft, leader } from '../../test/land-dossier.mother';
import { answerDue } from '../tax-polls/answer-due.rules';
import { advance } from './land-procedure.rules';
import { regimeOf, slipAccepted, slipArrived } from './tax-clock.rules';

const receivedAt = new Date('2026-06-29T08:00:00+07:00');
const sentAt = (at: string) =>
  advance({ ...dossierWithDraft(), receivedAt }, TransferSlipSentV2, { ...leader, at: new Date(at) });
const arrived = (at: string, taxClockOn?: string) =>
  slipArrived({ ...sentAt(at), ...(taxClockOn !== undefined && { taxClockOn }) }, at, { ...byTax, at: new Date(at) });

describe('the regime of a dossier at the land office (corrections row 15)', () => {
  it('is that of the day on which the tax office’s clock starts', () => {
    expect(regimeOf(sentAt('2026-06-30T09:00:00+07:00'))).toBe('B');
    expect(regimeOf(arrived('2026-07-01T09:00:00+07:00'))).toBe('C');
    expect(regimeOf(arrived('2026-06-30T09:00:00+07:00'))).toBe('B');
  });

  it('stays with the dossier when its slip is replaced after the change: five working days, not three (T5)', () => {
    const replaced = arrived('2026-07-02T09:00:00+07:00', '2026-06-30');
    expect(regimeOf(replaced)).toBe('B');
    expect(answerDue(replaced)).toEqual(new Date('2026-07-09T17:00:00+07:00'));
    expect(answerDue(arrived('2026-07-02T09:00:00+07:00'))).toEqual(new Date('2026-07-07T17:00:00+07:00'));
  });

  it('is that of the first acceptance where the clock starts with it, and of no later one (M12)', () => {
    const waiting = arrived('2026-06-30T09:00:00+07:00');
    expect(regimeOf(slipAccepted(waiting, '2026-07-01'))).toBe('C');
    const { slip, ...rest } = waiting;
    const second = { ...rest, ...(slip && { slip: { ...slip, submission: 2 } }) };
    expect(slipAccepted(second, '2026-07-02')).toBe(second);
    const underC = arrived('2026-07-01T09:00:00+07:00');
    expect(slipAccepted(underC, '2026-07-02')).toBe(underC);
  });
});
