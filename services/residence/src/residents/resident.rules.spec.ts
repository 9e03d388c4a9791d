import { numberBefore } from '@lienthong/contracts';
import { birthOf, correction, reception, requested } from '../../test/residence.mother';
import { corrected, ended, renumbered, residentOf, restored, sameLine } from './resident.rules';

const request = { ...requested, office: reception.office };
const notice = { noticeNumber: '00001/2026/TB-CA-TRAN-BIEN', on: '2026-08-04' };
const resident = residentOf(request, undefined, notice);

describe('a line of the residence register', () => {
  it('is made of the birth and of CT01', () => {
    expect(resident).toMatchObject({
      personalIdentificationNumber: '075326000001',
      communeCode: '26041',
      householdHeadName: 'Nguyễn Văn Mẫu',
      state: 'active',
    });
  });

  it('is one for each number: a person with a residence is not registered again', () => {
    expect(() => residentOf(request, resident, notice)).toThrow('residence.ALREADY_RESIDENT');
    const again = residentOf(request, ended(resident, '2026-09-01', 'death'), notice);
    expect(again.events.map(({ event }) => event)).toEqual(['registered', 'ended', 'registered']);
    expect(again.endedOn).toBeUndefined();
  });

  it('follows a correction of the birth and stays the same line (O §4.5 birth record corrected)', () => {
    expect(corrected(resident, correction)).toMatchObject({ name: 'Nguyễn Lê Ân', noticeNumber: notice.noticeNumber });
  });

  it('goes on under the new number when the correction gave one, and the old number stays known (O §4.3)', () => {
    const change = { field: 'personal-identification-number', before: '075326000001', after: '075226000009' } as const;
    const birth = { ...birthOf(1), personalIdentificationNumber: '075226000009' };
    const renumbering = { ...correction, changes: [change], birth, personalIdentificationNumber: '075226000009' };
    expect(numberBefore(renumbering)).toBe('075326000001');
    expect(numberBefore(correction)).toBe(correction.personalIdentificationNumber);
    const [old, now] = renumbered(resident, renumbering);
    expect(old).toMatchObject({ personalIdentificationNumber: '075326000001', state: 'renumbered' });
    expect(now).toMatchObject({ personalIdentificationNumber: '075226000009', state: 'active' });
  });

  it('that a death had ended goes on when that death is revoked, and no other (O §4.6 DeathRevoked)', () => {
    const dead = ended(resident, '2026-09-01', 'H19.91.01-260901-0001');
    expect(restored(dead, 'H19.91.01-260901-0001', '2026-09-05')).toMatchObject({
      state: 'active',
      endedOn: undefined,
    });
    expect(restored(dead, 'H19.91.01-260901-0002', '2026-09-05')).toBe(dead);
  });

  it('is the same when every stated field is', () => {
    expect(sameLine(resident, { name: resident.name })).toBe(true);
    expect(sameLine(resident, { name: 'Somebody' })).toBe(false);
  });
});
