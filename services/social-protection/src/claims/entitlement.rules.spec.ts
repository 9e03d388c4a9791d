import { claimOf } from '../../test/social-protection.mother';
import { afterAllowance, deceasedKey, ruleSetOn, verdictOn } from './entitlement.rules';

const noPension = { receivesSocialPension: false, poorHousehold: false };

function entitled(birthDate: string, diedOn: string, claim: object = noPension): boolean {
  const body = claimOf(1, { deceased: { birthDate, diedOn }, claim });
  return verdictOn(body.death, body.claim, ruleSetOn(diedOn)).entitled;
}

describe('the rules of funeral support', () => {
  it.each([
    ['2019-08-12', 'S0', 5_400_000n, false],
    ['2021-06-30', 'S0', 5_400_000n, false],
    ['2021-07-01', 'ND20', 7_200_000n, false],
    ['2025-06-30', 'ND20', 7_200_000n, false],
    ['2025-07-01', 'ND176', 7_200_000n, true],
  ])('are those of the day of death: %s is %s (O §4.6 funeral support)', (diedOn, code, amountDong, onlyHighest) => {
    expect(ruleSetOn(diedOn)).toMatchObject({ code, amountDong, onlyHighest });
  });

  it('are not known before the first row', () => {
    expect(() => ruleSetOn('2014-12-31')).toThrow('social-protection.RULE_SET_UNKNOWN');
  });

  it('of S0 give it for persons over 80 alone: the birthday itself is not enough (O §4.6 S0)', () => {
    expect(entitled('1939-08-11', '2019-08-12')).toBe(true);
    expect(entitled('1939-08-12', '2019-08-12')).toBe(false);
    expect(entitled('1960-01-01', '2019-08-12', { receivesSocialPension: true, poorHousehold: true })).toBe(false);
  });

  it('of NĐ 20/2021 give it from 80, and with a monthly allowance at any age (O §4.6 NĐ 20/2021 Đ11)', () => {
    expect(entitled('1944-08-12', '2024-08-12')).toBe(true);
    expect(entitled('1944-08-13', '2024-08-12')).toBe(false);
    expect(entitled('1990-01-01', '2024-08-12', { receivesSocialPension: true })).toBe(true);
  });

  it('of NĐ 176/2025 give it from 75, and from 70 in poor households (O §4.6 NĐ 176/2025)', () => {
    expect(entitled('1951-08-01', '2026-08-01')).toBe(true);
    expect(entitled('1951-08-02', '2026-08-01')).toBe(false);
    expect(entitled('1951-08-02', '2026-08-01', { ...noPension, poorHousehold: true })).toBe(true);
    expect(entitled('1956-08-02', '2026-08-01', { ...noPension, poorHousehold: true })).toBe(false);
  });

  it('take a birth year alone as its last day (a reading)', () => {
    expect(entitled('1951', '2026-08-01')).toBe(false);
    expect(entitled('1950', '2026-08-01')).toBe(true);
  });

  it('tell the claimant by which rule nothing is due (O §4.6 not entitled)', () => {
    const body = claimOf(1, { deceased: { birthDate: '1990-01-01' }, claim: noPension });
    expect(verdictOn(body.death, body.claim, ruleSetOn('2026-08-01'))).toEqual({
      entitled: false,
      reason: 'Người chết không thuộc diện hỗ trợ theo NĐ 176/2025/NĐ-CP; NĐ 20/2021/NĐ-CP Đ11 khoản 2.',
    });
  });
});

describe('only the highest benefit is paid (O §4.6 NĐ 176/2025)', () => {
  it.each([
    ['nothing is due there', { entitled: false }, true],
    ['less is due there', { entitled: true, amountDong: '5000000' }, true],
    ['as much is due there', { entitled: true, amountDong: '7200000' }, true],
    ['more is due there', { entitled: true, amountDong: '23400000' }, false],
    ['anything was paid there', { entitled: true, amountDong: '5000000', paidOn: '2026-08-01' }, false],
  ])('%s', (_what, told, goesOn) => {
    expect(afterAllowance('7200000', told).entitled).toBe(goesOn);
  });
});

describe('two claims', () => {
  it('are about one person by the personal number, else by the entry of the register (O §4.6 second claim)', () => {
    expect(deceasedKey(claimOf(1).death)).toBe(
      deceasedKey({ ...claimOf(1).death, entry: { ...claimOf(1).death.entry, page: 9 } }),
    );
    const { personalIdentificationNumber: _none, ...unnumbered } = claimOf(1).death.deceased;
    expect(deceasedKey({ ...claimOf(1).death, deceased: unnumbered })).toBe('26041|KT-01/2026|3/2026');
  });
});
