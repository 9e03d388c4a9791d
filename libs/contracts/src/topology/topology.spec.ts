import { isUnitCode } from '@lienthong/kernel';
import { members } from '../members.data';
import { communes } from './communes.data';
import { holdsOn, type Jurisdiction } from './office';
import { jurisdictions, offices } from './offices.data';
import {
  communeNow,
  communeOn,
  officeById,
  officeByTaxOfficeCode,
  officeByTreasuryCode,
  officeFor,
  officeNameOn,
  officeNow,
  takenOverBy,
  unitCodeOn,
} from './topology';

const today = '2026-08-03';
const working = ['intake', 'land-registry', 'tax', 'treasury'];

describe('the communes of the province', () => {
  it('are 95 since 01/07/2025, and still 95 after ten of them became phường on 30/04/2026', () => {
    expect(communes.filter((row) => holdsOn(row, '2025-07-01'))).toHaveLength(95);
    expect(communes.filter((row) => holdsOn(row, '2026-04-29'))).toHaveLength(95);
    expect(communes.filter((row) => holdsOn(row, '2026-04-30'))).toHaveLength(95);
    expect(communes.filter((row) => holdsOn(row, today) && row.name.startsWith('Phường'))).toHaveLength(33);
  });

  it('change their name but not their code: Long Thành was a xã until 29/04/2026', () => {
    expect(communeOn('26368', '2026-04-29')?.name).toBe('Xã Long Thành');
    expect(communeOn('26368', '2026-04-30')?.name).toBe('Phường Long Thành');
  });

  it('had other names before the reform: 26041 was Phường Trung Dũng, and the other codes are not known', () => {
    expect(communeOn('26041', '2025-06-30')?.name).toBe('Phường Trung Dũng');
    expect(communeOn('26041', '2016-03-31')).toBeUndefined();
    expect(communeOn('26068', '2025-06-30')).toBeUndefined();
    expect(officeFor('tax', '26041', '2025-06-30')).toBeUndefined();
  });

  it('that went into another one are that one from the day of the merger on (O §4.5 unit merged)', () => {
    expect(communeNow('26023', '2025-06-30')).toMatchObject({ code: '26023', name: 'Phường Quang Vinh' });
    expect(communeNow('26023', '2025-07-01')).toMatchObject({ code: '26041', name: 'Phường Trấn Biên' });
    expect(communeOn('26023', '2025-07-01')).toBeUndefined();
  });
});

describe('the office that answers for a commune', () => {
  it.each(working)('exists at %s for every commune of every day since the reform', (member) => {
    for (const commune of communes.filter(({ validFrom }) => validFrom >= '2025-07-01'))
      expect(officeFor(member, commune.code, commune.validFrom)).toBeDefined();
  });

  it.each(working)('is Long Thành at %s from code 26326 on, else Biên Hòa', (member) => {
    expect(officeFor(member, '26041', today)?.id).toBe('bien-hoa');
    expect(officeFor(member, '26311', today)?.id).toBe('bien-hoa');
    expect(officeFor(member, '26326', today)?.id).toBe('long-thanh');
    expect(officeFor(member, '26503', today)?.id).toBe('long-thanh');
  });

  it('is nobody for a code that is no commune', () => {
    expect(officeFor('tax', '26042', today)).toBeUndefined();
    expect(officeFor('tax', '99999', today)).toBeUndefined();
  });

  it('is the one office of the collecting bank everywhere, and of civil status only in its commune', () => {
    expect(officeFor('collecting-bank', '25195', today)?.id).toBe('head-office');
    expect(officeFor('civil-status', '26041', today)?.id).toBe('tran-bien');
    expect(officeFor('civil-status', '26068', today)).toBeUndefined();
  });

  it.each(['2019-08-12', today])('exists for both chains of a birth and a death in two communes on %s', (on) => {
    for (const commune of ['26041', '26368'])
      for (const member of ['intake', 'civil-status', 'residence', 'health-insurance', 'social-protection'])
        expect(officeFor(member, commune, on)).toBeDefined();
  });

  it('is the district’s labour office for social protection until 30/06/2025, then the commune (S0, O §4.6)', () => {
    expect(officeFor('social-protection', '26041', '2019-08-12')?.id).toBe('district-bien-hoa');
    expect(officeFor('social-protection', '26041', '2025-07-01')?.id).toBe('tran-bien');
    expect(officeNow('social-protection', 'district-bien-hoa', '2025-06-30')?.id).toBe('district-bien-hoa');
    expect(officeNow('social-protection', 'district-bien-hoa', '2025-07-01')?.id).toBe('tran-bien');
    expect(officeNow('social-protection', 'nowhere', today)).toBeUndefined();
    expect(takenOverBy('social-protection', 'tran-bien', '2025-06-30')).toEqual([]);
    expect(takenOverBy('social-protection', 'tran-bien', '2025-07-01')).toEqual(['district-bien-hoa']);
  });

  it('is one office only: no two jurisdictions of a member meet', () => {
    for (const one of jurisdictions) {
      const others = jurisdictions.filter((row) => row !== one && row.member === one.member && meet(row, one));
      expect(others.every((row) => row.toCommune < one.fromCommune || one.toCommune < row.fromCommune)).toBe(true);
    }
  });
});

function meet(one: Jurisdiction, other: Jurisdiction): boolean {
  return one.validFrom <= (other.validTo ?? '9999-12-31') && other.validFrom <= (one.validTo ?? '9999-12-31');
}

describe('the name of an office', () => {
  it('is the one of the day: papers of 2019 name the commune of 2019', () => {
    const office = officeById('residence', 'long-thanh', '2019-08-12')!;
    expect(officeNameOn(office, '2019-08-12')).toBe('Công an thị trấn Long Thành');
    expect(officeNameOn(office, '2026-04-29')).toBe('Công an xã Long Thành');
    expect(officeNameOn(office, '2026-04-30')).toBe('Công an phường Long Thành');
  });
});

describe('the codes of an office', () => {
  it('have the legacy form until 30/06/2025 and the form of QĐ 20/2020 from 01/07/2025', () => {
    const desk = officeById('intake', 'bien-hoa', today)!;
    expect(unitCodeOn(desk, '2025-06-30')).toBe('000.01.91.H19');
    expect(unitCodeOn(desk, '2025-07-01')).toBe('H19.91.01');
  });

  it('are right in form, one for each day, and never shared', () => {
    for (const office of offices) {
      expect(office.unitCodes.every(({ code }) => isUnitCode(code))).toBe(true);
      const lastDay = office.validTo ?? today;
      for (const on of [office.validFrom, lastDay])
        expect(office.unitCodes.filter((row) => holdsOn(row, on))).toHaveLength(1);
    }
    const codes = offices.flatMap(({ unitCodes }) => unitCodes.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('do not exist for a day before the topology begins', () => {
    const desk = officeById('intake', 'bien-hoa', today)!;
    expect(() => unitCodeOn(desk, '2016-03-31')).toThrow(
      expect.objectContaining({ code: 'contracts.UNIT_CODE_MISSING' }),
    );
    expect(officeById('intake', 'bien-hoa', '2016-03-31')).toBeUndefined();
  });

  it('find the tax office by seven digits and the treasury office by four', () => {
    expect(officeByTaxOfficeCode('9000025', today)).toMatchObject({ member: 'tax', id: 'long-thanh' });
    expect(officeByTreasuryCode('9901', today)).toMatchObject({ member: 'treasury', id: 'bien-hoa' });
    for (const office of offices) {
      if (office.member === 'tax') expect(office.taxOfficeCode).toMatch(/^\d{7}$/);
      if (office.member === 'treasury') expect(office.treasuryCode).toMatch(/^\d{4}$/);
    }
  });
});

describe('the rows of the topology', () => {
  it('belong to members and name their source', () => {
    const codes = members.map(({ code }) => code);
    expect(offices.every(({ member }) => codes.includes(member))).toBe(true);
    expect(jurisdictions.every(({ member, office }) => officeNow(member, office, today) !== undefined)).toBe(true);
    const rows = [...communes, ...jurisdictions, ...offices.flatMap(({ unitCodes }) => unitCodes)];
    expect(rows.every(({ source }) => source.length > 10)).toBe(true);
  });
});
