import {
  isDossierCode,
  isPersonalNumber,
  isProcedureCode,
  isUnitCode,
  parseDossierCode,
  personalNumberFacts,
} from './identifiers';

describe('dossier codes (O §1.4, correction 6)', () => {
  it.each([
    ['000.00.19.H19-190812-0007', '000.00.19.H19', '2019-08-12', 7],
    ['H21.129-250812-0035', 'H21.129', '2025-08-12', 35],
    ['G22.99.08-260921-896048', 'G22.99.08', '2026-09-21', 896_048],
    ['G09.20-20260609-0092637', 'G09.20', '2026-06-09', 92_637],
    ['H19-260803-0001', 'H19', '2026-08-03', 1],
  ])('%s is split at its last two hyphens', (code, unitCode, date, number) => {
    expect(parseDossierCode(code)).toEqual({ unitCode, date, number });
  });

  it.each([
    'H19-260230-0001',
    'H19-2608030-0001',
    'H19-260803-001',
    'H19-260803-00000001',
    'h19-260803-0001',
    'H19.-260803-0001',
    '-260803-0001',
    'H19-0001',
    '28.22.H17-260803-0001',
    'H19-12-260803-0001',
    `H19.${'A'.repeat(32)}-260803-0001`,
    'H19-260803-0001 ',
    42,
  ])('refuses %s', (code) => expect(isDossierCode(code)).toBe(false));

  it('allows a unit code of 35 characters: the look-ahead does not span the whole code', () => {
    expect(isDossierCode(`H19.${'A'.repeat(31)}-260803-0001`)).toBe(true);
  });
});

describe('other codes', () => {
  it('know unit codes of QCVN 102 and of QĐ 20', () => {
    expect(['000.00.00.H19', '002.00.20.H13', 'H19', 'H21.129'].every(isUnitCode)).toBe(true);
    expect(['', 'H1', '28.22.H17', 'vxp.saas.03', 'H19..1'].some(isUnitCode)).toBe(false);
  });

  it('know procedure codes (correction 20)', () => {
    expect(isProcedureCode('1.013831')).toBe(true);
    expect(['1.13831', '1.013831.H19', '10.013831'].some(isProcedureCode)).toBe(false);
  });

  it('read province, sex and year of birth from a personal number (O §4.3)', () => {
    expect(personalNumberFacts('075190000001')).toEqual({ provinceCode: '075', sex: 'female', birthYear: 1990 });
    expect(personalNumberFacts('075319123456')).toEqual({ provinceCode: '075', sex: 'female', birthYear: 2019 });
    expect(personalNumberFacts('079085000002')).toEqual({ provinceCode: '079', sex: 'male', birthYear: 1985 });
  });

  it.each(['07519000000', '0751900000011', '000190000001', '07519000000x', 75190000001])(
    'refuse %s as a personal number',
    (text) => {
      expect(isPersonalNumber(text)).toBe(false);
      expect(() => personalNumberFacts(String(text))).toThrow('kernel.PERSONAL_NUMBER_INVALID');
    },
  );
});
