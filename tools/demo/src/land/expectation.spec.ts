import { dongText } from '@lienthong/kernel';
import type { DossierReport, Payment } from '../report/demo-document';
import { verdictOf } from './expectation';
import { landScenarioOf } from './scenarios.data';

const payment = (payer: 'seller' | 'buyer', amountDong: string, dueDate = '2026-09-03'): Payment =>
  ({
    ...{ payer, amountDong, dueDate, kind: payer === 'seller' ? 'personal-income-tax' : 'registration-fee' },
    ...{ payerNumber: payer === 'seller' ? '075190000001' : '075088000002', state: 'booked' },
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

  it('names an item that stands otherwise at the end', () => {
    const [fee, tax] = paid;
    const open = { ...tax, state: 'part-paid' } as Payment;
    expect(verdict(report(10, fee as Payment, open))).toEqual([
      'H19-1: seller personal-income-tax 16.000.000 đ by 03/09/2026, booked did not come out',
      'H19-1: seller personal-income-tax 16.000.000 đ by 03/09/2026, part-paid was not foreseen',
    ]);
  });

  it('names money that is left over where none was foreseen, and money that is missing where some was (F10)', () => {
    const overpaid = [{ payerNumber: '075190000001', amountDong: '4000000', cause: 'paid-over' }];
    expect(verdict({ ...report(10, ...paid), overpaid })).toEqual([
      'H19-1: seller 4.000.000 đ overpaid was not foreseen',
    ]);
    const { differences } = verdictOf(landScenarioOf('overpaid').expected, [report(10, ...paid)], { withDates: true });
    expect(differences).toEqual(['H19-1: seller 4.000.000 đ overpaid did not come out']);
  });

  it('keeps what was otherwise on the way', () => {
    const seen = ['H19-1: the land office: concluded instead of notices-received'];
    const { expected } = landScenarioOf('underpaid');
    expect(verdictOf(expected, [report(10, ...paid)], { withDates: true, seen }).differences).toEqual(seen);
  });
});
