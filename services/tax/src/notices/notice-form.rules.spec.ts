import { computed, firstNotices } from '../../test/notices.mother';
import { aParcel, aPriceRow, aSlip, persons } from '../../test/transfer-slip.mother';
import { noticeForm } from './notice-form.rules';
import type { NoticeForm, NoticeIssue } from './notice-form.state';

const slip = aSlip({
  sellers: persons(['1/2', '1/2']),
  parcels: [aParcel('100', [aPriceRow(8_000_000n, { adjustmentCoefficient: '1.25' })])],
});
const receivedAt = new Date('2026-08-03T10:00:00+07:00');
const assessment = { ...computed(slip), state: 'issued', issuedAt: receivedAt, issuedBy: 'officer' } as const;
const notices = firstNotices(computed(slip), { on: '2026-08-10' });

function forms(issue: NoticeIssue = { kind: 'first' }): readonly NoticeForm[] {
  return notices.map((notice) => noticeForm({ slip, assessment, notice, issue }));
}

describe('notices as forms', () => {
  it('03/TB-BĐS-TNCN has basis, land rows with their coefficient, comparison, persons and payments (L §2.2.1)', () => {
    expect(forms()[0]).toMatchObject({
      form: '03/TB-BĐS-TNCN',
      issue: { kind: 'first' },
      taxOffice: { code: '9000017' },
      basis: { dossierCode: slip.dossierCode, slipNumber: slip.slipNumber, slipDate: '2026-08-03', senderOfficeCode: 'H19.92.01' },
      parcels: [{ mapSheet: '45', parcelNumber: '312', districtName: '' }],
      land: [{ areaSquareMetres: '100', pricePerSquareMetreDong: '8000000', adjustmentCoefficient: '1.25', valueDong: '1000000000' }],
      landTotalDong: '1000000000',
      comparison: { statedDong: '500000000', tableDong: '1000000000', baseDong: '1000000000' },
      incomeKind: 'transfer',
      persons: [
        { share: '1/2', arisingDong: '10000000', exemptDong: '0', payableDong: '10000000', reasons: [] },
        { share: '1/2', payableDong: '10000000' },
      ],
      totals: { arisingDong: '20000000', exemptDong: '0', payableDong: '20000000' },
      dueDate: '2026-09-09',
      payments: [{ budgetSubItem: '1006', budgetChapter: '857', amountDong: '10000000' }, { amountDong: '10000000' }],
      lateInterestPerDay: '3/10000',
    }); // prettier-ignore
  });

  it('01/TB-LPTB compares totals without the coefficient, and names no kind of income (L §2.2.2)', () => {
    const fee = forms()[1];
    expect(fee).toMatchObject({
      form: '01/TB-LPTB',
      landTotalDong: '800000000',
      comparison: { statedDong: '500000000', tableDong: '800000000', baseDong: '800000000' },
      totals: { payableDong: '4000000' },
    });
    expect(fee).not.toHaveProperty('incomeKind');
    expect(fee?.land[0]).not.toHaveProperty('adjustmentCoefficient');
  });

  it.each(['gift', 'inheritance'] as const)(
    'W9: of a %s it is income from what is received, compared with no price',
    (changeKind) => {
      const given = aSlip({ changeKind });
      const issued = { ...computed(given), state: 'issued', issuedAt: receivedAt, issuedBy: 'officer' } as const;
      const [tax, fee] = firstNotices(computed(given), { on: '2026-08-10' }).map((notice) =>
        noticeForm({ slip: given, assessment: issued, notice, issue: { kind: 'first' } }),
      );
      expect(tax).toMatchObject({
        incomeKind: 'inheritance-or-gift',
        persons: [{ name: given.buyers[0]?.name, payableDong: '78000000' }],
      });
      for (const form of [tax, fee]) {
        expect(form?.comparison).toEqual({ tableDong: '800000000', baseDong: '800000000' });
      }
    },
  );

  it('names offices and places that are known on the day of issue', () => {
    for (const { taxOffice, collection, copyTo, parcels } of forms()) {
      for (const name of [
        taxOffice.name,
        collection.treasuryName,
        collection.areaName,
        copyTo,
        parcels[0]?.communeName,
      ])
        expect(name).not.toBe('');
    }
  });

  it('M22, M23: an amended notice names the one it replaces, a withdrawal the one it takes back', () => {
    const first = notices[0]?.number ?? '';
    expect(forms({ kind: 'amended', replaces: first, document: 'PC 124' })[0]?.issue).toEqual({
      kind: 'amended',
      replaces: first,
      document: 'PC 124',
    });
    expect(forms({ kind: 'withdrawn', withdraws: first, document: 'PC 125' })[0]?.issue).toMatchObject({
      withdraws: first,
    });
  });
});
