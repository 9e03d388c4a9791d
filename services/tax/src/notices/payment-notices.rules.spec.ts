import { changesOf, computed, firstNotices, noneStanding } from '../../test/notices.mother';
import { aSlip, persons } from '../../test/transfer-slip.mother';
import { noticeSeries, publishedItem } from './payment-notices.rules';

const assessment = computed(aSlip({ sellers: persons(['1/2', '1/2']), buyers: persons(['3/5', '2/5']) }));
const numbers = { firstNotice: 11, itemGroup: 40_579_999_999 };

describe('payment notices', () => {
  it('one notice for each kind of revenue, one row for each person, with sub-item and chapter', () => {
    const notices = firstNotices(assessment, { on: '2026-08-03', numbers });
    expect(notices.map(({ form, kind, number }) => [form, kind, number])).toEqual([
      ['03/TB-BĐS-TNCN', 'personal-income-tax', 'TB2600017-TK0000011/TB-TCS'],
      ['01/TB-LPTB', 'registration-fee', 'TB2600017-TK0000012/TB-TCS'],
    ]);
    expect(notices.map(({ rows }) => rows.map((row) => [row.payer, row.amountDong, row.budgetSubItem, row.budgetChapter]))).toEqual([
      [['seller', '8000000', '1006', '857'], ['seller', '8000000', '1006', '857']],
      [['buyer', '2400000', '2801', '857'], ['buyer', '1600000', '2801', '857']],
    ]); // prettier-ignore
  });

  it('corrections row 20: every row has its own payable item id of seventeen digits', () => {
    const ids = firstNotices(assessment, { on: '2026-08-03', numbers }).flatMap(({ rows }) =>
      rows.map((row) => row.payableItemId),
    );
    expect(ids).toEqual(['04057999999900001', '04057999999900002', '04057999999900003', '04057999999900004']);
  });

  it.each([
    ['2026-08-10', '2026-09-09'],
    ['2026-08-03', '2026-09-03'],
    ['2026-08-12', '2026-09-11'],
    ['2026-08-13', '2026-09-14'],
  ])('T16, corrections (c): issued on %s, due on %s', (issuedOn, dueDate) => {
    const notices = firstNotices(assessment, { on: issuedOn, numbers });
    expect(notices.map((notice) => notice.dueDate)).toEqual([dueDate, dueDate]);
  });

  it('numbers the notices of each office and year apart', () => {
    expect(noticeSeries('bien-hoa', '2026-12-31')).toBe('notice|bien-hoa|2026');
    expect(noticeSeries('long-thanh', '2027-01-01')).toBe('notice|long-thanh|2027');
  });

  it('M31: publishes what bank and treasury need and nothing of the dossier', () => {
    const [opened] = changesOf(assessment, noneStanding, { on: '2026-08-03', numbers }).opened;
    const item = opened && publishedItem(opened.item, opened.publishedDong, assessment.collection);
    expect(Object.keys(item ?? {}).sort()).toEqual([
      'amountDong', 'areaCode', 'budgetChapter', 'budgetSubItem', 'dueDate', 'noticeNumber', 'payableItemId', 'payerNumber',
      'taxOfficeCode', 'treasuryCode',
    ]); // prettier-ignore
  });
});
