import { BirthRegisteredV1, DeathRegisteredV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { birthCertificate } from './birth-certificate.rules';
import { deathExtract } from './death-extract.rules';
import { renderPdf } from '@lienthong/papers';

const { birth } = messageOf(BirthRegisteredV1).example;
const { death } = messageOf(DeathRegisteredV1).example;
const signed = { notes: [], signerName: 'Hoàng Thị Én' };
const textOf = (definition: object): string => JSON.stringify(definition);

describe('the birth certificate', () => {
  it('bears number, book, page, the child, its number and the parents', () => {
    const text = textOf(birthCertificate(birth, signed));
    const { registrationNumber, book, page } = birth.entry;
    expect(text).toContain(`Số: ${registrationNumber}   Quyển số: ${book}   Trang: ${page}`);
    for (const part of [birth.child.name, birth.personalIdentificationNumber, birth.mother?.name, birth.father?.name]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Ngày hai mươi, tháng bảy, năm hai nghìn không trăm hai mươi sáu');
    expect(text).toContain('Bệnh viện Thử Nghiệm, Phường Trấn Biên');
  });

  it('leaves the part of a father who is not named blank (O §4.5 father not named)', () => {
    const { father, ...ofMother } = birth;
    const text = textOf(birthCertificate(ofMother, signed));
    expect(text).not.toContain(father?.name);
    expect(text).toContain('Họ, chữ đệm, tên người cha');
  });

  it('shows what was corrected, and by which decision', () => {
    const changes = [{ field: 'name' as const, before: 'An', after: 'Ân' }];
    const note = { kind: 'corrected' as const, decisionNumber: '15/QĐ-UBND', on: '2026-08-20', by: 'x', changes };
    expect(textOf(birthCertificate(birth, { ...signed, notes: [note] }))).toContain(
      'Cải chính “An” thành “Ân” theo quyết định 15/QĐ-UBND ngày 20/08/2026.',
    );
  });
});

describe('the extract of a death record', () => {
  it('bears number, book, page, the deceased, and hour and place of death', () => {
    const text = textOf(deathExtract(death, signed));
    for (const part of [death.deceased.name, '21:40 ngày 01/08/2026', death.deceased.deathPlace, death.entry.book]) {
      expect(text).toContain(part);
    }
  });
});

describe('a paper', () => {
  it('is a PDF with the fonts in it', async () => {
    const bytes = await renderPdf(birthCertificate(birth, signed));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toContain('Roboto');
  });
});
