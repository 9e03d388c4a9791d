import { pdfText, withoutSpaces } from '@lienthong/testing';
import { formCases } from '../forms/filled-forms.mother';
import { noticeForm } from '../forms/notices/notice.forms';
import { fullConfirmation, fullNotice, fullSlip, fullVoucher } from '../forms/sheets.mother';
import { paymentVoucherForm, revenueConfirmationForm } from '../forms/money/money.forms';
import { transferSlipForm } from '../forms/slips/transfer-slip.forms';
import { filled } from '../layout/form-language.rules';
import type { Paper } from '../layout/paper.state';
import { paperLimits } from './paper-limits.rules';
import { printPaper } from './print-paper';

const slip = (draft: boolean): Paper => filled(transferSlipForm('2026-08-05'), fullSlip, { draft });

describe('printing', () => {
  it('gives the same bytes for the same data, at another time and beside other papers', async () => {
    const firsts = await Promise.all(formCases.map(({ paper }) => printPaper(paper)));
    for (const [index, { paper }] of [...formCases].entries()) {
      const again = await printPaper(paper);
      expect(again.bytes.equals(firsts[index]?.bytes ?? Buffer.of())).toBe(true);
      expect(again.contentHash).toBe(firsts[index]?.contentHash);
    }
    expect(new Set(firsts.map(({ contentHash }) => contentHash)).size).toBe(formCases.length);
  });

  it('shows the hash of the content below each page, another for one changed letter', async () => {
    const one = await printPaper(slip(false));
    const other = await printPaper({ ...slip(false), head: { ...slip(false).head, number: '00124/PCTT-CNBH' } });
    expect(other.contentHash).not.toBe(one.contentHash);
    expect((await pdfText(one.bytes)).split(one.contentHash.slice(0, 16))).toHaveLength(one.pages + 1);
  });

  it('marks a draft as one, and dates no paper that nobody has signed', async () => {
    const draft = await pdfText((await printPaper(slip(true))).bytes);
    expect(draft).toContain(withoutSpaces('DỰ THẢO'));
    expect(await pdfText((await printPaper(slip(false))).bytes)).not.toContain(withoutSpaces('DỰ THẢO'));
    const unsigned = filled(transferSlipForm('2026-08-05'), { ...fullSlip, isSigned: false });
    expect(await pdfText((await printPaper(unsigned)).bytes)).not.toContain(withoutSpaces('ngày 05 tháng 8 năm 2026'));
  });

  it('leaves the place of a missing value empty: no 0, no first date (issue 8, bad input)', async () => {
    for (const paper of scarce) {
      const text = await pdfText((await printPaper(paper)).bytes);
      expect(text).not.toMatch(/01\/01\/(0001|1900|1970)|undefined|null|NaN|Invalid/);
      const places = paper.blocks.flatMap((block) => (block.kind === 'fields' ? block.lines : []));
      expect(places.filter(({ value }) => value === undefined).length).toBeGreaterThan(0);
      for (const { value = 'empty' } of places) expect(value).not.toMatch(/^(0|0,0|0%|)$/);
      for (const block of paper.blocks)
        if (block.kind === 'table') for (const row of block.rows) expect(row).not.toContain('0');
    }
  });

  it('refuses what is longer than a paper of one dossier may be, before laying it out', async () => {
    const attachments = (count: number, name: string): Paper =>
      filled(transferSlipForm('2026-08-05'), { ...fullSlip, attachments: Array.from({ length: count }, () => ({ name })) }); // prettier-ignore
    const { tableRows, textLength } = paperLimits;
    await expect(printPaper(attachments(tableRows + 1, 'x'))).rejects.toThrow('papers.TOO_LONG');
    await expect(printPaper(attachments(1, 'x'.repeat(textLength + 1)))).rejects.toThrow('papers.TOO_LONG');
    await expect(printPaper(attachments(100, 'x'.repeat(textLength)))).rejects.toThrow('papers.TOO_LONG');
    await expect(printPaper(attachments(500, `${'từ '.repeat(75)}`))).rejects.toMatchObject({ facts: { what: 'pages' } }); // prettier-ignore
    expect((await printPaper(attachments(50, 'Hợp đồng'))).pages).toBeGreaterThan(2);
  });

  it('lets only so many papers wait, and says that it is busy', async () => {
    const all = await Promise.allSettled(Array.from({ length: 24 }, () => printPaper(slip(false))));
    const refused = all.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused[0]?.reason).toMatchObject({ code: 'papers.BUSY', kind: 'transient' });
    await expect(printPaper(slip(false))).resolves.toMatchObject({ pages: 2 });
  });
});

const { basis, houses: _houses, taxAgent: _agent, constructions: _constructions, housesTotalDong: _total, ...notice } = fullNotice; // prettier-ignore
const [person] = fullNotice.persons;

/** Papers of which only that is known without which there is none. */
const scarce: readonly Paper[] = [
  filled(transferSlipForm('2019-08-05'), {
    date: '2019-08-05',
    isSigned: false,
    sender: { name: 'Chi nhánh' },
    taxOffice: fullSlip.taxOffice,
    submission: 1,
    submissionKind: 'Lần đầu',
    dossier: fullSlip.dossier,
    sides: [{ heading: 'Bên chuyển quyền', persons: [{ name: 'Nguyễn Thị Mẫu' }] }],
    land: [{ mapSheet: '45', parcelNumber: '312', areaSquareMetres: '100', purpose: 'ODT', prices: [] }],
    houses: [],
    revenues: [],
    exemptions: [],
    deferrals: [],
    deductions: [],
    attachments: [],
  }),
  filled(noticeForm('03/TB-BĐS-TNCN', '2026-08-10'), {
    ...notice,
    basis: { dossierCode: basis.dossierCode },
    payers: [{ number: '075190000001', name: 'Nguyễn Thị Mẫu' }],
    persons: person ? [{ number: person.number, name: person.name, share: '1/1', arisingDong: '5', exemptDong: '4', payableDong: '1', reasons: [] }] : [], // prettier-ignore
  }),
  filled(paymentVoucherForm('2026-08-20'), {
    reference: fullVoucher.reference,
    madeBy: { name: 'Ngân hàng' },
    date: '2026-08-20',
    manner: 'transfer',
    payer: { number: '075190000001' },
    revenueKind: 'budget',
    revenueAccount: '7111',
    treasury: { name: 'KBNN', code: '9901' },
    taxOffice: fullVoucher.taxOffice,
    lines: [{ amountDong: '16000000', budgetChapter: '857', budgetSubItem: '1006' }],
    totalDong: '16000000',
  }),
  filled(revenueConfirmationForm('2026-08-21'), {
    id: fullConfirmation.id,
    entryNumber: 'BT-1',
    reference: fullConfirmation.reference,
    state: 'booked',
    treasury: { name: 'KBNN', code: '9901' },
    payer: {},
    lines: [{ amountDong: '16000000', budgetChapter: '857', budgetSubItem: '1006' }],
    totalDong: '16000000',
    debitDate: '2026-08-20',
    bookedOn: '2026-08-21',
    account: '7111',
  }),
];
