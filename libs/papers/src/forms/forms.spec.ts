import { pdfText, withoutSpaces } from '@lienthong/testing';
import { day, decimal, money, moment, percent, type Printed } from '../layout/values.rules';
import { printPaper } from '../print/print-paper';
import { filled } from '../layout/form-language.rules';
import { formCases } from './filled-forms.mother';
import { letterForm } from './letters/letter.forms';
import { paymentVoucherForm, revenueConfirmationForm } from './money/money.forms';
import { noticeForm, noticeWithdrawalForm } from './notices/notice.forms';
import { fullNotice } from './sheets.mother';
import { transferSlipForm } from './slips/transfer-slip.forms';

/** Words of our own that a form shows as a tick or a sentence. */
const CODES = new Set(['amended', 'transfer', 'budget', 'booked']);

describe('the paper forms', () => {
  it.each(formCases)('$name bears every field of its table', async ({ paper, sheet, labels, notOnForm }) => {
    const text = await pdfText((await printPaper(paper)).bytes);
    for (const label of labels) expect(text).toContain(withoutSpaces(label));
    for (const [path, value] of leaves(sheet)) {
      if (notOnForm.some((left) => path === left || path.startsWith(`${left}.`)) || CODES.has(value)) continue;
      expect({ path, found: printedAs(value).some((shown) => text.includes(withoutSpaces(shown))) }).toEqual({ path, found: true }); // prettier-ignore
    }
    expect(text).toContain(withoutSpaces('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc'));
    if (paper.form.number !== undefined) expect(text).toContain(withoutSpaces(`Mẫu số: ${paper.form.number}`));
  });

  it('a form that was not read in its text says so on the page', async () => {
    const says = (text: string): boolean => text.includes(withoutSpaces('chưa đối chiếu văn bản'));
    for (const { paper } of formCases) {
      expect(says(await pdfText((await printPaper(paper)).bytes))).toBe(paper.form.trust !== 'found');
    }
  });

  it('an amended notice names the one that it replaces, and what amends it (L §2.2.1, M22)', () => {
    const text = JSON.stringify(filled(noticeForm('01/TB-LPTB', '2026-08-10'), fullNotice));
    expect(text).toContain('Thông báo này thay thế thông báo số TB2600044-TK0000010/TB-TCS.');
    const first = filled(noticeForm('01/TB-LPTB', '2026-08-10'), { ...fullNotice, issue: { kind: 'first' } });
    expect(JSON.stringify(first)).not.toContain('thay thế');
    expect(first.blocks[0]).toMatchObject({ ticks: [{ ticked: true }, { ticked: false }] });
  });

  it('whoever may defer reads no day as the limit (L §2.2.2)', () => {
    const text = JSON.stringify(filled(noticeForm('01/TB-LPTB', '2026-08-10'), { ...fullNotice, isDeferred: true }));
    expect(text).toContain('theo thời hạn được ghi nợ');
    expect(text).not.toContain('09/09/2026');
  });

  it('each day has the form of its time (L §2.1.1, §2.4.1)', () => {
    expect(transferSlipForm('2019-08-05').number).toBe('01/LCHS');
    expect(transferSlipForm('2026-06-30').number).toBe('01/LCHS');
    expect(transferSlipForm('2026-07-01').number).toBe('15');
    expect(transferSlipForm('2026-01-30', true).number).toBe('01/LCHS');
    expect(transferSlipForm('2026-01-31', true).id).toBe('transfer-slip/land-use-fee');
    expect(noticeForm('03/TB-BĐS-TNCN', '2026-06-30').trust).toBe('reading');
    expect(noticeForm('03/TB-BĐS-TNCN', '2026-07-01').trust).toBe('found');
    expect(paymentVoucherForm('2020-03-15').trust).toBe('reading');
    expect(paymentVoucherForm('2020-03-16').source).toBe('NĐ số 11/2020/NĐ-CP');
    expect(paymentVoucherForm('2026-07-01').source).toContain('347/2025');
    expect(letterForm('accepted', '2026-06-30').number).toBe('01-2/TB-TĐT');
    expect(() => letterForm('accepted', '2026-07-01')).toThrow('papers.NO_FORM');
    expect(() => noticeForm('99/X', '2026-08-10')).toThrow('papers.NO_FORM');
    for (const form of [transferSlipForm, noticeWithdrawalForm, revenueConfirmationForm])
      expect(() => form('2016-08-07')).toThrow('papers.NO_FORM');
  });
});

/** A sheet's texts by their path, places of lists left out. */
function leaves(value: unknown, path = ''): readonly (readonly [path: string, value: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => leaves(one, path));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`));
}

/** Every way in which a form may show a value. */
function printedAs(value: string): readonly string[] {
  const [year = '', month = '', date = ''] = value.split('-');
  const ways = [money, day, moment, decimal, percent, (text: string) => text.toUpperCase(), () => `${date} tháng ${Number(month)} năm ${year}`]; // prettier-ignore
  return [value, ...ways.map((way) => tried(() => way(value))).filter((shown) => shown !== undefined)];
}

function tried(way: () => Printed): Printed {
  try {
    return way();
  } catch {
    return undefined;
  }
}
