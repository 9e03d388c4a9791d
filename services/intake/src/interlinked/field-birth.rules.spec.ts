import { BirthDeclaration } from '@lienthong/contracts';
import { validateBody } from '@lienthong/envelope';
import { BIRTH } from '../../test/civil.mother';
import { fieldBirth } from '../../test/interlinked.mother';
import { birthFields } from './birth-fields.data';
import { declarationOf, papersOf, wireNameOf } from './field-birth.rules';

const read = (change: object = {}): BirthDeclaration =>
  declarationOf({ ...fieldBirth, ...change }) as unknown as BirthDeclaration;

describe('a birth as the interlinked software has it', () => {
  it('is the declaration of our contract, field for field (O §4.3)', () => {
    const { papers, proof, ...declared } = BIRTH.declaration;
    const { issuedBy: _notOnTheWire, ...notified } = proof;
    expect(validateBody(BirthDeclaration, read(), 'strict')).toEqual({
      ...declared,
      proof: notified,
      papers: papers.map(({ name }) => ({ kind: 'attached-paper', name })),
    });
  });

  it.each([
    ['20.07.2026', '2026-07-20'],
    ['20/07/2026 08:30:00', '2026-07-20'],
    ['20-07-2026', '20-07-2026'],
  ])('has dates as the field writes them: %s; what is none stays for the rules to name (O §4.4)', (text, date) => {
    expect(read({ nksNgaySinh: text }).child.birthDate).toBe(date);
  });

  it('has sex and relation in words; another word stays for the rules to name', () => {
    expect(read({ nksGioiTinh: 'NAM' }).child.sex).toBe('male');
    expect(read({ nksGioiTinh: '3' }).child.sex).toBe('3');
    expect(read({ nycQuanHe: 'cha' }).requester.relation).toBe('father');
    expect(read({ nycQuanHe: 'bạn' }).requester.relation).toBe('bạn');
  });

  it('names no father where none is declared, and no request that was not made (O §4.5 father not named)', () => {
    const cha = Object.keys(fieldBirth).filter((name) => name.startsWith('cha'));
    const declared = read({ ...Object.fromEntries(cha.map((name) => [name, undefined])), dangKyThuongTru: undefined });
    expect(Object.keys(declared)).not.toContain('father');
    expect(Object.keys(declared)).not.toContain('residence');
  });

  it('without a birth notification comes with its substitute paper (O §4.5 born outside a hospital)', () => {
    const { proof, papers } = read({ maGCS: undefined, ngayCapGCS: undefined });
    expect(proof).toEqual({ kind: 'own-statement' });
    expect(papers).toEqual([{ kind: 'own-statement', name: 'Giấy chứng sinh' }]);
  });

  it('tells twins apart by the order of birth, which the field does not name (O §4.5 twins)', () => {
    expect(read().child.birthOrder).toBe(1);
    expect(read({ nksThuTuSinh: '2' }).child.birthOrder).toBe(2);
  });

  it('may be anything at all: what is missing is missing', () => {
    for (const detail of [undefined, null, 'x', [], { nksNoiSinh: 'x', fileDinhKem: [3] }])
      expect(() => declarationOf(detail)).not.toThrow();
    expect(papersOf('x')).toEqual([]);
  });

  it('has its faults named as its fields came, so that its sender finds them (O §4.4 bad fields)', () => {
    for (const { wire, path } of birthFields) expect(wireNameOf({ path })).toBe(wire);
    expect(wireNameOf({ path: 'child.birthPlace' })).toBe('nksNoiSinh');
    expect(wireNameOf({ path: 'residence.opinions[0]' })).toBe('dangKyThuongTru.opinions[0]');
    expect(wireNameOf({ path: 'child.birthOrder' })).toBe('nksThuTuSinh');
    expect(wireNameOf({ path: 'linkedDossierCode' })).toBe('linkedDossierCode');
  });
});
