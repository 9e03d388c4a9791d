import { TestStage } from '@lienthong/testing';
import { socialProtectionService } from '../src/social-protection.service-definition';
import { claimsOn } from './claims.mother';
import { claimOf, codesOf } from './social-protection.mother';

describe('social protection, when others pay or the death is taken back,', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await TestStage.open(socialProtectionService, { at: '2026-08-03T10:00:00+07:00', office: 'tran-bien' });
  });
  afterAll(() => stage.close());

  const { claimed, told, paidThere, revoked, post, look, claim, sent, decided } = claimsOn(() => stage);

  it('opens a recovery task when BHXH pays later, and ends it when the money is back (O §4.6 BHXH pays later)', async () => {
    await decided(12);
    await paidThere(12);
    await paidThere(12);
    expect(await look('/work-list?step=recover')).toMatchObject({ items: [{ key: codesOf(12).dossierCode }] });
    expect(await claim(12)).toMatchObject({ recoveryReason: expect.stringContaining('Bảo hiểm xã hội đã chi') });
    await claimed({ ...claimOf(12), ...codesOf(13) });
    expect(await claim(13)).toMatchObject({ state: 'refused' });
    expect((await post('social-officer', 12, 'recovered')).body).toMatchObject({ state: 'recovered' });
    expect(await look('/work-list?step=recover')).toEqual({ items: [] });
  });

  it('refuses an open claim when BHXH pays before the decision (O §4.6 only the highest)', async () => {
    await claimed(claimOf(14));
    await told(14);
    await paidThere(14);
    expect(await sent('funeral-support-refused', 14)).toMatchObject([
      { body: { accepted: true, reason: expect.stringContaining('Bảo hiểm xã hội đã chi') } },
    ]);
    expect((await post('commune-chair', 14, 'decide')).status).toBe(409);
  });

  it('claims the money back when the death is revoked, ends an open claim, and both once (O §4.6 DeathRevoked)', async () => {
    await decided(15);
    await claimed(claimOf(16));
    for (const row of [15, 16, 15, 16]) await revoked(row);
    expect(await claim(15)).toMatchObject({ state: 'recovery', recoveryReason: expect.stringContaining('hủy') });
    expect(await claim(16)).toMatchObject({ state: 'revoked' });
    await told(16);
    expect(await claim(16)).toMatchObject({ state: 'revoked' });
  });
});
