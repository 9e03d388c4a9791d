import { computed, firstNotices } from '../../test/notices.mother';
import { aSlip, persons } from '../../test/transfer-slip.mother';
import { type JointPart, payableKinds, requireJoint, wholeNotices } from './joint-notices.rules';

const assessment = computed(aSlip({ sellers: persons(['1/2', '1/2']), buyers: persons(['3/5', '2/5']) }));
const on = '2026-08-03';
const numbers = { firstNotice: 0, ofKind: { 'personal-income-tax': 21, 'registration-fee': 22 }, itemGroup: 1 };
const part = (dossierCode: string, itemGroup: number): JointPart => ({
  dossierCode,
  issued: firstNotices(assessment, { on, numbers: { ...numbers, itemGroup } }),
});

describe('one notice for several dossiers (F21)', () => {
  it('F21: has a row for each person of each dossier, each row with its own dossier code, amount and item', () => {
    const [tax, fee, ...more] = wholeNotices([part('one', 1), part('two', 2)]).values();
    expect(more).toEqual([]);
    expect(tax?.rows.map(({ dossierCode, amountDong }) => [dossierCode, amountDong])).toEqual([
      ['one', '8000000'],
      ['one', '8000000'],
      ['two', '8000000'],
      ['two', '8000000'],
    ]);
    const ids = [...(tax?.rows ?? []), ...(fee?.rows ?? [])].map(({ payableItemId }) => payableItemId);
    expect(new Set(ids).size).toBe(8);
    expect(tax).toMatchObject({ number: 'TB2600017-TK0000021/TB-TCS', baseDong: '1600000000' });
  });

  it('leaves alone what only one dossier has to pay, and refuses more rows than a notice holds', () => {
    const { dossierCode, issued } = part('two', 2);
    const whole = wholeNotices([part('one', 1), { dossierCode, issued: issued.slice(0, 1) }]);
    expect([...whole.keys()]).toEqual(['TB2600017-TK0000021/TB-TCS']);
    const many = Array.from({ length: 26 }, (_, n) => part(`d${n}`, n + 1));
    expect(() => wholeNotices(many)).toThrow(expect.objectContaining({ code: 'tax.NOTICE_TOO_LONG' }));
  });

  it('is for dossiers whose money goes to one place under one regime', () => {
    expect(payableKinds([assessment, assessment])).toEqual(['personal-income-tax', 'registration-fee']);
    const elsewhere = { ...assessment, collection: { ...assessment.collection, treasuryCode: '0001' } };
    for (const other of [elsewhere, { ...assessment, regime: 'B' as const }])
      expect(() => requireJoint([assessment, other])).toThrow(
        expect.objectContaining({ code: 'tax.NOTICES_NOT_JOINT' }),
      );
    expect(() => requireJoint([assessment, assessment])).not.toThrow();
  });
});
