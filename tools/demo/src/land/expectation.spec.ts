import { dongText } from '@lienthong/kernel';
import type { DossierReport, Payment } from '../report/demo-document';
import { verdictOf } from './expectation';
import { landScenarioOf } from './scenarios.data';

const payment = (payer: 'seller' | 'buyer', amountDong: string, dueDate = '2026-09-03'): Payment =>
  ({
    ...{ payer, amountDong, dueDate, kind: payer === 'seller' ? 'personal-income-tax' : 'registration-fee' },
  }) as Payment;
const report = (state: number, ...payments: Payment[]): DossierReport =>
  ({ code: 'H19-1', state, payments }) as unknown as DossierReport;
const paid = [payment('buyer', '4000000'), payment('seller', '16000000')];
const verdict = (dossier: DossierReport, withDates = true): readonly string[] =>
  verdictOf(landScenarioOf('sunny').expected, [dossier], { withDates }).differences;

describe('the verdict on a scenario', () => {
  it('finds nothing where state, amounts and dates are those foreseen, in any order', () => {
    expect(verdict(report(10, ...paid))).toEqual([]);
  });

  it.each([
    ['another end', report(8, ...paid), 1],
    ['an amount that is one đồng off', report(10, payment('buyer', '4000000'), payment('seller', '16000001')), 2],
    ['a payment too few', report(10, payment('buyer', '4000000')), 1],
    ['a payment twice', report(10, ...paid, payment('buyer', '4000000')), 1],
    ['another day', report(10, payment('buyer', '4000000'), payment('seller', '16000000', '2026-09-04')), 2],
  ])('names %s', (_, dossier, differences) => {
    expect(verdict(dossier)).toHaveLength(differences);
  });

  it('compares what each person is exempt from (W6)', () => {
    const exempt = { kind: 'personal-income-tax', payer: 'seller', amountDong: dongText(8_000_000n) } as const;
    const expected = { ...landScenarioOf('sunny').expected, exemptions: [exempt] };
    const ended = report(10, ...paid);
    const came = { ...ended, exemptions: [{ ...exempt, payerName: 'A', reasons: ['X3: …'] }] };
    const compared = (dossier: DossierReport) => verdictOf(expected, [dossier], { withDates: true }).differences;
    expect(compared(came)).toEqual([]);
    expect(compared(ended)).toHaveLength(1);
    expect(verdict(came)).toEqual([]);
  });

  it('leaves days out where the run is played on another one', () => {
    const other = [payment('buyer', '4000000', '2026-10-05'), payment('seller', '16000000', '2026-10-05')];
    expect(verdict(report(10, ...other), false)).toEqual([]);
  });
});
