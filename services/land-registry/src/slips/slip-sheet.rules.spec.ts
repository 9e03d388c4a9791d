import { TransferSlipSentV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { filled, transferSlipForm } from '@lienthong/papers';
import type { PrintableSlip } from './printable-slip.state';
import { slipSheet } from './slip-sheet.rules';

const { example } = messageOf(TransferSlipSentV1);
const print = { office: 'bien-hoa', on: '2026-08-05', place: 'Đồng Nai' } as const;

/** A slip of a version that says all that the paper asks for (L §2.1.3). */
const whole: PrintableSlip = {
  ...example,
  procedureName: 'Đăng ký biến động',
  submission: 2,
  submissionKind: 'replacement',
  replacesSlipId: 'slip-1',
  sellers: [],
  buyers: [
    {
      kind: 'organisation',
      name: 'Công ty Thử',
      taxCode: '3600000014',
      identityDocument: { kind: 'Giấy chứng nhận đăng ký doanh nghiệp', number: '01', issuedOn: '2020-01-02' },
      address: { text: '1 Đường Thử' },
      email: 'a@example.vn',
      share: '1/1',
      representative: { name: 'Đại Diện' },
    },
  ],
  parcels: example.parcels.map((parcel) => ({
    ...parcel,
    street: 'Đường Thử',
    positionClass: '1',
    privateAreaSquareMetres: '60',
    sharedAreaSquareMetres: '40',
    until: '2070-05-06',
    purposes: [
      { purpose: 'ODT', areaSquareMetres: '60.5', origin: 'CNQ-CTT' },
      { purpose: 'CLN', areaSquareMetres: '39.5' },
    ],
  })),
  buildings: [{ kind: 'Nhà ở', floors: 2, completedYear: 2015, floorAreaSquareMetres: '150', qualityPercent: 80, priceRows: [{ from: '2020-01-01', to: '2026-01-01', pricePerSquareMetreDong: '1' }, { from: '2026-01-02', pricePerSquareMetreDong: '6500000' }] }], // prettier-ignore
  contract: { ...example.contract, landDong: '900000000', buildingDong: '600000000' },
  claims: [{ revenue: 'registration-fee', ground: 'sole-home', person: '075190000001', reductionPercent: 50, heldSince: '2019-04-01' }], // prettier-ignore
  revenues: ['land-use-fee', 'something-new'],
  deferrals: [
    { revenue: 'land-use-fee', person: '075190000001', basis: 'Hộ tái định cư' },
    { revenue: 'registration-fee', person: '075088000002', basis: 'Hộ nghèo' },
  ],
  deductions: [{ kind: 'Bồi thường', amountDong: '5', document: '7/UBND' }],
  attachments: [{ name: 'Hợp đồng', sha256: 'abc' }],
};

describe('the slip as a sheet', () => {
  it('takes over every field that a slip of any version has', () => {
    expect(slipSheet(whole, print)).toMatchObject({
      isSigned: false,
      sender: { name: 'Chi nhánh Văn phòng đăng ký đất đai Biên Hòa', code: 'H19.92.01' },
      taxOffice: { name: 'Thuế cơ sở Biên Hòa', code: '9000017' },
      submissionKind: 'Thay thế',
      replaces: 'slip-1',
      dossier: { procedure: '1.013831 Đăng ký biến động', changeKind: 'Chuyển nhượng' },
      sides: [{ heading: 'Người sử dụng đất', persons: [{ kind: 'Tổ chức', taxCode: '3600000014', idPaper: { number: '01' }, address: '1 Đường Thử', representative: 'Đại Diện' }] }],
      land: [{ position: 'Đường Thử, vị trí 1', communeName: 'Phường Trấn Biên', purpose: 'Đất ở tại đô thị (ODT) 60,5 m²; Đất trồng cây lâu năm (CLN) 39,5 m²', origin: 'CNQ-CTT', term: 'đến ngày 06/05/2070', privateSquareMetres: '60', sharedSquareMetres: '40' }],
      houses: [{ kind: 'Nhà ở', floors: '2', finishedYear: '2015', qualityPercent: '80', unitPriceDong: '6500000' }],
      contract: { landDong: '900000000', houseDong: '600000000' },
      exemptions: [{ revenue: 'Lệ phí trước bạ', ground: 'Nhà ở, đất ở duy nhất', rate: '50/100', since: '2019-04-01' }],
      revenues: ['Tiền sử dụng đất', 'something-new'],
      deferrals: [{ kind: 'Tiền sử dụng đất', person: '075190000001', ground: 'Hộ tái định cư' }, { kind: 'Lệ phí trước bạ', person: '075088000002', ground: 'Hộ nghèo' }],
      deductions: [{ document: '7/UBND' }],
      attachments: [{ name: 'Hợp đồng' }],
    }); // prettier-ignore
  });

  it('names the replaced slip by its number, and states a term only where the slip does, each purpose its own', () => {
    expect(slipSheet(whole, { ...print, replacedNumber: '00001/2026/PCTT-BIEN-HOA' })).toMatchObject({
      replaces: '00001/2026/PCTT-BIEN-HOA',
    });
    const termOf = (land: Partial<PrintableSlip['parcels'][number]>): string | undefined =>
      slipSheet({ ...example, parcels: example.parcels.map((parcel) => ({ ...parcel, ...land })) }, print).land[0]
        ?.term;
    const garden = { purpose: 'CLN', areaSquareMetres: '40', until: '2043-10-15' };
    const home = { purpose: 'ODT', areaSquareMetres: '60' };
    expect(termOf({})).toBeUndefined();
    expect(termOf({ longTerm: true })).toBe('Lâu dài');
    expect(termOf({ purposes: [garden] })).toBe('đến ngày 15/10/2043');
    expect(termOf({ purposes: [home, garden] })).toBe('Đất trồng cây lâu năm (CLN) đến ngày 15/10/2043');
  });

  it('leaves empty what a slip of the first version does not say', () => {
    const sheet = slipSheet(example, print);
    expect(sheet.sides.map(({ heading }) => heading)).toEqual(['Bên chuyển quyền', 'Bên nhận quyền']);
    expect(sheet.land[0]).not.toHaveProperty('term');
    expect(sheet).not.toHaveProperty('signer');
    for (const on of ['2019-08-05', '2026-08-05']) {
      expect(JSON.stringify(filled(transferSlipForm(on), sheet))).not.toContain('undefined');
    }
  });
});
