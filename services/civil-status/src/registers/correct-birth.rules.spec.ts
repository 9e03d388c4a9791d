import { BirthRegisteredV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { correctBirth } from './correct-birth.rules';

const { birth } = messageOf(BirthRegisteredV1).example;

describe('the correction of a registered birth (O §4.5 birth record corrected)', () => {
  it('tells each field before and after, and keeps number, book and page', () => {
    const wanted = [
      { field: 'name', after: 'Nguyễn Lê Ân' },
      { field: 'mother', after: 'Lê Thị Thử Nghiệm' },
    ] as const;
    const corrected = correctBirth(birth, wanted);
    expect(corrected.changes).toEqual([
      { field: 'name', before: birth.child.name, after: 'Nguyễn Lê Ân' },
      { field: 'mother', before: birth.mother?.name, after: 'Lê Thị Thử Nghiệm' },
    ]);
    expect(corrected.birth).toMatchObject({
      entry: birth.entry,
      personalIdentificationNumber: birth.personalIdentificationNumber,
      child: { name: 'Nguyễn Lê Ân', birthDate: birth.child.birthDate },
      mother: { name: 'Lê Thị Thử Nghiệm' },
    });
  });

  it.each([
    ['birth-date', '2026-07-21', { child: { birthDate: '2026-07-21' } }],
    ['native-place', 'Cà Mau', { child: { nativePlace: 'Cà Mau' } }],
    ['ethnicity', 'Tày', { child: { ethnicity: 'Tày' } }],
    ['father', 'Nguyễn Văn Mẫu Hai', { father: { name: 'Nguyễn Văn Mẫu Hai' } }],
  ] as const)('may be of %s', (field, after, expected) => {
    expect(correctBirth(birth, [{ field, after }]).birth).toMatchObject(expected);
  });

  it('is refused when nothing changes, or a parent is not in the register', () => {
    expect(() => correctBirth(birth, [{ field: 'name', after: birth.child.name }])).toThrow(
      'civil-status.CORRECTION_EMPTY',
    );
    const { father: _father, ...ofMother } = birth;
    expect(() => correctBirth(ofMother, [{ field: 'father', after: 'Ai đó' }])).toThrow(
      'civil-status.CORRECTION_EMPTY',
    );
  });

  it('does not reach the year of birth, which stands in the personal number', () => {
    expect(() => correctBirth(birth, [{ field: 'birth-date', after: '2025-07-20' }])).toThrow(
      'civil-status.NUMBER_WOULD_NOT_FIT',
    );
  });
});
