import { dongText } from '@lienthong/kernel';
import { receivedDossier, sentSlip } from '../../test/land-dossier.mother';
import { slipPaper as paperOf } from './slip-paper.rules';
import { draftSlip } from './transfer-slip.rules';

const drafting = {
  slipId: sentSlip.slipId,
  slipNumber: '00001/2026/PCTT-BIEN-HOA',
  parcels: sentSlip.parcels,
  on: '2026-08-03',
};
const { slip } = draftSlip(receivedDossier(), drafting);

const slipPaper = (printed: Parameters<typeof paperOf>[0]) => paperOf(printed, { form: '15', unverified: true });

function valueOf(paper: ReturnType<typeof slipPaper>, label: string): string | undefined {
  return paper.sections.flatMap(({ lines }) => lines).find((line) => line.label === label)?.value;
}

describe('the slip as the paper form (L §2.1.1)', () => {
  it('has the six parts, header and addressee; nobody has signed a draft', () => {
    const paper = slipPaper(slip);
    expect(paper).toMatchObject({ form: '15', unverified: true, number: slip.slipNumber, submission: 'Lần đầu (1)' });
    expect(paper.addressee).toContain('9000017');
    expect(paper.sections.map(({ number }) => number)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI']);
    expect(paper).not.toHaveProperty('signature');
    expect(valueOf(paper, 'Loại biến động')).toBe('Chuyển nhượng');
    expect(valueOf(paper, 'Ngày đủ hồ sơ hợp lệ')).toBe('03/08/2026');
    expect(valueOf(paper, 'Giá hợp đồng')).toBe('500.000.000');
    expect(valueOf(paper, 'Thay thế phiếu')).toBeUndefined();
    expect(paper.sections[1]?.tables[0]?.rows.map(([side, , name]) => `${side} ${name}`)).toEqual([
      'Chuyển Nguyễn Thị Mẫu',
      'Nhận Trần Văn Thử',
    ]);
    expect(slipPaper({ ...slip, signature: sentSlip.signature }).signature?.name).toBe(sentSlip.signature.signerName);
  });

  it('prints houses, claims, wishes to defer and papers where the slip has them', () => {
    const [land] = slip.parcels;
    const { communeCode, mapSheet, parcelNumber } = land!;
    const paper = slipPaper({
      ...slip,
      replacesSlipId: 'first-slip',
      changedFields: ['buildings'],
      buildings: [
        {
          communeCode,
          mapSheet,
          parcelNumber,
          kind: 'Nhà ở',
          floorAreaSquareMetres: '150',
          qualityPercent: 80,
          priceRows: [{ from: '2026-01-01', pricePerSquareMetreDong: dongText(6_500_000n), basis: 'province' }],
        },
      ],
      claims: [{ revenue: 'personal-income-tax', ground: 'sole-home', person: '075190000001' }],
      deferrals: [{ revenue: 'registration-fee', person: '075088000002', basis: 'hộ nghèo', proof: 'papers' }],
      attachments: [{ code: 'contract', name: 'hop-dong.pdf', sha256: `${'h'.repeat(42)}A`, size: 482_113 }],
    });
    expect(paper.sections[3]?.tables[0]?.rows).toEqual([
      ['312', 'Nhà ở', '', '', '', '150', '', '80', '6500000 (Giá của tỉnh)'],
    ]);
    expect(paper.sections[4]?.tables[0]?.rows.map(([what]) => what)).toEqual(['Miễn, giảm', 'Ghi nợ']);
    expect(paper.sections[5]?.tables[0]?.rows[0]?.slice(0, 3)).toEqual(['Hợp đồng', 'hop-dong.pdf', '482113']);
    expect(valueOf(paper, 'Nội dung thay đổi')).toBe('buildings');
  });
});
