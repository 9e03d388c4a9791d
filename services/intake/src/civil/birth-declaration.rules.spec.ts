import type { BirthDeclaration, Parent } from '@lienthong/contracts';
import { birthOf, birthRequest, submittedAt } from '../../test/civil.mother';
import { birthRules, isLateRegistration } from './birth-declaration.rules';
import { declarationFaults } from './declaration-check';
import { DeclareBirthRequest } from './declare-birth.request';

const { child, mother, proof, requester, residence } = birthOf();

function faultsOf(body: unknown, now = submittedAt): string[] {
  return declarationFaults(DeclareBirthRequest, birthRules, { body, now }).map(({ path, rule }) => `${path} ${rule}`);
}

const changed = (change: Partial<Record<keyof BirthDeclaration | 'nickname', unknown>>): object => ({
  ...birthRequest,
  ...change,
});
const withMother = (change: Partial<Parent>): object => changed({ mother: { ...mother, ...change } });

describe('a declaration of birth', () => {
  it('is accepted when it breaks no rule', () => {
    expect(faultsOf(birthRequest)).toEqual([]);
  });

  it('is told every fault at once, wrong shapes and broken rules, in both languages', () => {
    const body = changed({
      registrationCommuneCode: '99999',
      child: { ...child, sex: 'other', birthDate: '2026-08-04' },
      mother: { ...mother, personalIdentificationNumber: '075095000003' },
      copies: -1,
      nickname: 'x',
    });
    const faults = declarationFaults(DeclareBirthRequest, birthRules, { body, now: submittedAt });
    expect(new Set(faults.map(({ path }) => path))).toEqual(
      new Set([
        'child.sex',
        'copies',
        'nickname',
        'registrationCommuneCode',
        'child.birthDate',
        'mother.personalIdentificationNumber',
        'proof.issuedOn',
        'requester.relation',
      ]),
    );
    expect(faults).toContainEqual({
      path: 'registrationCommuneCode',
      rule: 'commune',
      message: 'commune 99999 does not exist on 2026-08-03',
      messageVi: 'xã 99999 không có vào ngày 2026-08-03',
    });
  });

  it.each([
    ['of the other sex', '075095000003', 'personal-number-sex'],
    ['of another year of birth', '075196000003', 'personal-number-birth-year'],
    ['of a province that never was', '099195000003', 'personal-number-province'],
  ])('is refused with a personal number %s (O §4.3)', (_what, personalIdentificationNumber, rule) => {
    expect(faultsOf(withMother({ personalIdentificationNumber }))).toContain(
      `mother.personalIdentificationNumber ${rule}`,
    );
  });

  it('takes the year alone where the paper of a parent names no more (O §4.3)', () => {
    expect(faultsOf(withMother({ birthDate: '1995' }))).toEqual([]);
    expect(faultsOf(withMother({ birthDate: '1994' }))).toEqual([
      'mother.personalIdentificationNumber personal-number-birth-year',
    ]);
  });

  it('is refused when a parent was born after the child', () => {
    const born = { birthDate: '2026-07-21', personalIdentificationNumber: undefined };
    expect(faultsOf(changed({ mother: { ...mother, ...born } }))).toEqual(['mother.birthDate before-child']);
  });

  it('is refused for a child of six, with guidance to single procedures, and accepted the day before (O §4.5)', () => {
    const sixToday = { ...child, birthDate: '2020-08-03' };
    const almostSix = { ...child, birthDate: '2020-08-04' };
    expect(faultsOf(changed({ child: sixToday }))).toEqual(['child.birthDate under-six']);
    expect(faultsOf(changed({ child: almostSix }))).toEqual([]);
  });

  it('is allowed after 60 days, and told to be late from the 61st (O §4.5)', () => {
    const bornOn = (birthDate: string) => birthOf({ child: { ...child, birthDate } });
    expect(isLateRegistration(bornOn('2026-06-04'), '2026-08-03')).toBe(false);
    expect(isLateRegistration(bornOn('2026-06-03'), '2026-08-03')).toBe(true);
    expect(faultsOf(changed({ child: { ...child, birthDate: '2026-06-03' } }))).toEqual([]);
  });

  it('may leave the father empty: surname, ethnicity and nationality then follow the mother (O §4.5; NĐ 123/2015 Đ15)', () => {
    const ofMother = { ...child, name: 'Lê Thị An' };
    expect(faultsOf(changed({ father: undefined, child: ofMother }))).toEqual([]);
    expect(faultsOf(changed({ father: undefined, child: { ...child, ethnicity: 'Tày' } }))).toEqual([
      'child.name by-the-mother',
      'child.ethnicity by-the-mother',
    ]);
    const eth = { mother: { ...mother, name: '\u00d0ặng Thị Hoa' }, child: { ...child, name: 'Đặng Thị An' } };
    expect(faultsOf(changed({ ...eth, father: undefined }))).toEqual([]);
    const nobody = { father: undefined, mother: undefined, requester: { ...requester, relation: 'grandparent' } };
    expect(faultsOf(changed(nobody))).toEqual(['mother parent']);
  });

  it('of an abandoned child has a record, a guardian and no parents (O §4.5)', () => {
    const record = { kind: 'abandoned-child-record', number: '01/BB', issuedOn: '2026-07-21' };
    const papers = [{ kind: 'abandoned-child-record', name: 'Biên bản về việc trẻ bị bỏ rơi' }];
    const guardian = { ...requester, relation: 'guardian' };
    const found = changed({ proof: record, papers, mother: undefined, father: undefined, requester: guardian });
    expect(faultsOf(found)).toEqual([]);
    expect(faultsOf(changed({ proof: record, papers }))).toEqual([
      'mother abandoned-child',
      'father abandoned-child',
      'requester.relation abandoned-child',
    ]);
  });

  it.each(['witness-paper', 'own-statement'])(
    'outside a hospital brings the %s instead of the notification (O §4.5)',
    (kind) => {
      const paper = { kind, name: 'Giấy tờ thay thế' };
      expect(faultsOf(changed({ proof: { kind }, papers: [paper] }))).toEqual([]);
      expect(faultsOf(changed({ proof: { kind } }))).toEqual(['papers substitute-paper']);
    },
  );

  it('by surrogacy brings its proof and names the couple (O §4.5)', () => {
    const surrogacyProof = { kind: 'surrogacy-proof', name: 'Văn bản xác nhận mang thai hộ' };
    expect(faultsOf(changed({ proof: { ...proof, surrogacyProof } }))).toEqual([]);
    expect(
      faultsOf(
        changed({
          proof: { ...proof, surrogacyProof: { ...surrogacyProof, kind: 'other' } },
          father: undefined,
          child: { ...child, name: 'Lê An' },
        }),
      ),
    ).toEqual(['proof.surrogacyProof.kind surrogacy-proof', 'father surrogacy-proof']);
  });

  it.each([
    ['no number', { number: undefined }, 'proof.number birth-notification-number'],
    ['a number with strange signs', { number: 'GCS#1' }, 'proof.number birth-notification-number'],
    ['no date', { issuedOn: undefined }, 'proof.issuedOn required'],
    ['a date before the birth', { issuedOn: '2026-07-19' }, 'proof.issuedOn after-birth'],
    ['a date in the future', { issuedOn: '2026-08-04' }, 'proof.issuedOn not-in-future'],
  ])('is refused with a birth notification that has %s (O §4.3)', (_what, change, expected) => {
    expect(faultsOf(changed({ proof: { ...proof, ...change } }))).toEqual([expected]);
  });

  it('needs the opinions of parent and household for a residence elsewhere (O §4.5; NĐ 154/2024 Đ7)', () => {
    const elsewhere = { ...residence, place: 'elsewhere', opinions: [] };
    expect(faultsOf(changed({ residence: elsewhere }))).toEqual([
      'residence.opinions opinion-of-parent',
      'residence.opinions opinion-of-household-head',
    ]);
    const opinions = ['parent', 'household-head'].map((by) => ({ by, name: 'Lê Thị Thử', agreedOn: '2026-08-01' }));
    expect(faultsOf(changed({ residence: { ...elsewhere, opinions } }))).toEqual([]);
  });

  it('has places of the lists of their day: 70 was a province until 30/06/2025 (O §4.3)', () => {
    const bornIn = (provinceCode: string, birthDate: string) =>
      changed({ child: { ...child, birthDate, birthPlace: { provinceCode } } });
    expect(faultsOf(bornIn('70', '2025-06-30'))).toEqual([]);
    expect(faultsOf(bornIn('70', '2025-07-01'))).toEqual(['child.birthPlace.provinceCode province']);
    expect(faultsOf(changed({ child: { ...child, birthPlace: { country: 'Nhật Bản' } } }))).toEqual([]);
  });

  it('is refused by a requester who asks as a parent and is not the one named', () => {
    const stranger = { ...requester, personalIdentificationNumber: '075195000099' };
    expect(faultsOf(changed({ requester: stranger }))).toEqual(['requester.relation requesting-parent']);
    const fatherless = { father: undefined, child: { ...child, name: 'Lê An' } };
    expect(faultsOf(changed({ ...fatherless, requester: { ...requester, relation: 'father' } }))).toEqual([
      'requester.relation requesting-parent',
    ]);
  });

  it('asks for more than the registration, which alone is a procedure of its own', () => {
    expect(faultsOf(changed({ residence: undefined, healthCard: undefined }))).toEqual(['residence chain']);
  });

  it('knows the offices of its day: in 2019 the commune 26041 had a registrar, 26068 is not known (O §4.5 unit merged)', () => {
    const in2019 = new Date('2019-08-12T09:00:00+07:00');
    const born = { child: { ...child, birthDate: '2019-08-01' }, proof: { ...proof, issuedOn: '2019-08-02' } };
    const opinions = [{ by: 'household-head', name: 'x', agreedOn: '2019-08-02' }];
    expect(faultsOf(changed({ ...born, residence: { ...residence, opinions } }), in2019)).toEqual([]);
    expect(faultsOf(changed({ ...born, residence: { ...residence, opinions, communeCode: '26068' } }), in2019)).toEqual(
      ['residence.communeCode commune'],
    );
  });
});
