import { byRegistrar, claimOf, reception } from '../../test/social-protection.mother';
import { isOpen, receive, step, termsOf, wasAccepted } from './claim.rules';
import { ruleSetOn } from './entitlement.rules';
import { claimSteps } from './funeral-claim.state';

const claim = receive(claimOf(1), reception, byRegistrar);

describe('a claim for funeral support', () => {
  it('is decided within three working days under NĐ 176/2025, and has no such day before (O §4.6 NĐ 176/2025)', () => {
    expect(termsOf(claim, ruleSetOn('2026-08-01'))).toEqual({
      amountDong: '7200000',
      legalBasis: 'NĐ 176/2025/NĐ-CP; NĐ 20/2021/NĐ-CP Đ11 khoản 2',
      decideBy: '2026-08-06',
    });
    expect(termsOf(claim, ruleSetOn('2024-08-01'))).not.toHaveProperty('decideBy');
  });

  it('that was paid ends only by its money coming back', () => {
    const decided = { ...claim, state: 'decided' as const };
    expect(claimSteps.decided).toEqual(['recovery']);
    expect(() => step(decided, 'refused', byRegistrar)).toThrow('social-protection.STEP_NOT_ALLOWED');
    expect(() => step(decided, 'revoked', byRegistrar)).toThrow('social-protection.STEP_NOT_ALLOWED');
  });

  it('is refused with state 3 before any work and with state 8 after it (corrections 9)', () => {
    expect(wasAccepted(claim)).toBe(false);
    expect(wasAccepted({ ...claim, state: 'assessed' })).toBe(true);
  });

  it('is open until it is decided, refused or ended', () => {
    const open = Object.keys(claimSteps).filter((state) => isOpen({ ...claim, state: state as never }));
    expect(open).toEqual(['received', 'allowance-asked', 'assessed']);
  });
});
