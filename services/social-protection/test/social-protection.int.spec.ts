import type { FuneralSupportRequestedV1 } from '@lienthong/contracts';
import { TestStage, withClient } from '@lienthong/testing';
import { BranchStoppedHandler } from '../src/chain/branch-stopped.handler';
import { PapersForwardedHandler } from '../src/chain/papers-forwarded.handler';
import { socialProtectionService } from '../src/social-protection.service-definition';
import { claimsOn, MESSAGE, REGISTRAR } from './claims.mother';
import { claimOf, codesOf } from './social-protection.mother';

const notEntitled = { deceased: { birthDate: '1990-01-01' }, claim: { receivesSocialPension: false } };

describe('social protection', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await TestStage.open(socialProtectionService, { at: '2026-08-03T10:00:00+07:00', office: 'tran-bien' });
  });
  afterAll(() => stage.close());

  const { claimed, told, revokedOf, post, look, claim, sent, decided } = claimsOn(() => stage);

  it('asks BHXH first, then the chair decides and the registrar hears of it (O §4.6 ask BHXH first)', async () => {
    await claimed(claimOf(1));
    await claimed(claimOf(1));
    expect(await sent('funeral-allowance-asked', 1)).toMatchObject([
      { recipients: 'health-insurance/bien-hoa', causationId: MESSAGE, body: { diedOn: '2026-08-01' } },
    ]);
    expect((await post('commune-chair', 1, 'decide')).status).toBe(409);
    await told(1);
    expect(await look('/work-list?step=decide')).toMatchObject({ items: [{ key: codesOf(1).dossierCode }] });
    expect(await claim(1)).toMatchObject({ state: 'assessed', decideBy: '2026-08-06' });
    expect((await post('social-officer', 1, 'decide')).status).toBe(403);
    expect((await post('commune-chair', 1, 'decide')).status).toBe(200);
    expect(await sent('funeral-support-decided', 1)).toMatchObject([
      {
        recipients: 'civil-status/long-thanh',
        body: {
          amountDong: '7200000',
          decidedOn: '2026-08-03',
          decisionNumber: expect.stringContaining('QĐ-UBND'),
          legalBasis: 'NĐ 176/2025/NĐ-CP; NĐ 20/2021/NĐ-CP Đ11 khoản 2',
        },
      },
    ]);
  });

  it('refuses with the reason what the rules do not give, as never accepted (O §4.6 not entitled)', async () => {
    await claimed(claimOf(2, notEntitled));
    expect(await sent('funeral-support-refused', 2)).toMatchObject([
      { body: { accepted: false, reason: expect.stringContaining('không thuộc diện') } },
    ]);
    expect(await sent('funeral-allowance-asked', 2)).toEqual([]);
  });

  it('pays nothing when BHXH pays more, or has paid (O §4.6 only the highest)', async () => {
    await claimed(claimOf(3));
    await told(3, 23_400_000n);
    expect(await sent('funeral-support-refused', 3)).toMatchObject([{ body: { accepted: true } }]);
    await claimed(claimOf(4));
    await told(4, 5_000_000n, '2026-08-02');
    expect(await claim(4)).toMatchObject({ state: 'refused' });
    await claimed(claimOf(5));
    await told(5, 5_000_000n);
    expect(await claim(5)).toMatchObject({ state: 'assessed' });
    expect(await sent('funeral-support-decided', 3)).toEqual([]);
  });

  it('asks BHXH nothing about a death before NĐ 176/2025: the support stands alone (O §4.6 NĐ 20/2021)', async () => {
    await claimed(claimOf(25, { deceased: { birthDate: '1940-01-01', diedOn: '2025-06-30' } }));
    expect(await claim(25)).toMatchObject({ state: 'assessed', amountDong: '7200000' });
    expect(await sent('funeral-allowance-asked', 25)).toEqual([]);
  });

  it('links a second claim of another relative to the first and pays once (O §4.6 second claim)', async () => {
    await decided(6);
    const second = { ...claimOf(6), ...codesOf(7), claim: { ...claimOf(6).claim, claimantName: 'Người Con Khác' } };
    await claimed(second);
    expect(await sent('funeral-support-refused', 7)).toMatchObject([
      { body: { firstDossierCode: codesOf(6).dossierCode, accepted: false } },
    ]);
    expect(await sent('funeral-support-decided', 7)).toEqual([]);
  });

  it('takes one of two claims that come at the same moment (O §4.6 one payment per deceased and kind)', async () => {
    await Promise.all([claimed(claimOf(8)), claimed({ ...claimOf(8), ...codesOf(9) })]);
    const states = [await claim(8), await claim(9)].map(({ state }) => state);
    expect(states.sort()).toEqual(['allowance-asked', 'refused']);
  });

  it('lets another relative claim when the first claim came to nothing', async () => {
    await claimed(claimOf(10));
    const stop = { ...codesOf(10), stoppedAt: '2026-08-03T10:00:00+07:00', reason: 'Người nộp rút.' };
    await stage.handle(BranchStoppedHandler, { ...REGISTRAR, body: stop });
    await told(10);
    expect(await claim(10)).toMatchObject({ state: 'stopped' });
    await claimed({ ...claimOf(10), ...codesOf(11) });
    expect(await claim(11)).toMatchObject({ state: 'allowance-asked' });
  });

  it('decides without asking BHXH for a deceased without personal number, once for each entry (O §4.6 no number)', async () => {
    const { personalIdentificationNumber: _none, ...deceased } = claimOf(17).death.deceased;
    const body = { ...claimOf(17), death: { ...claimOf(17).death, deceased } };
    await claimed(body);
    expect(await claim(17)).toMatchObject({ state: 'assessed', deceasedKey: '26041|KT-01/2026|3/2026' });
    expect(await sent('funeral-allowance-asked', 17)).toEqual([]);
    await claimed({ ...body, ...codesOf(18) });
    expect(await claim(18)).toMatchObject({ state: 'refused' });
  });

  const unnumbered = (row: number, about: FuneralSupportRequestedV1, name: string): FuneralSupportRequestedV1 => {
    const { personalIdentificationNumber: _none, ...deceased } = about.death.deceased;
    const entry = { ...about.death.entry, registrationNumber: `${row}/2026` };
    return { ...about, ...codesOf(row), death: { entry, deceased: { ...deceased, name } } };
  };

  it.each([
    [30, 'the second without the number'],
    [32, 'the first without the number'],
  ])('pays once when a person is claimed for again, %s: %s (O §4.6 second claim)', async (row, what) => {
    const numbered = claimOf(row, { deceased: { name: `Nguyễn Thị Hoà ${row}` } });
    const other = unnumbered(row + 1, numbered, ` nguyễn thị  HÒA ${row}`);
    const [first, second] = what.startsWith('the second') ? [numbered, other] : [other, numbered];
    await claimed(first);
    await claimed(second);
    expect(await stage.sent('funeral-support-refused', second.dossierCode)).toMatchObject([
      { body: { firstDossierCode: first.dossierCode, accepted: false } },
    ]);
    await revokedOf(first);
    const third = { ...second, ...codesOf(row + 100) };
    await claimed(third);
    expect(await claim(row + 100)).not.toMatchObject({ state: 'refused' });
  });

  it('pays for two persons of one name, birth and death who have two numbers', async () => {
    const [one, other] = [34, 35].map((row) => claimOf(row, { deceased: { name: 'Nguyễn Văn Trùng' } }));
    for (const body of [one, other]) if (body) await claimed(body);
    for (const row of [34, 35]) expect(await claim(row)).toMatchObject({ state: 'allowance-asked' });
  });

  it('leaves the decision about a person without number to the chair, whatever the policy says (O §4.6 no number)', async () => {
    const leader = await stage.as('agency-leader');
    await leader.put('/policies/decide', { policy: 'automatic-when-clean' });
    await claimed(unnumbered(36, claimOf(36), 'Nguyễn Thị Không Số'));
    await leader.put('/policies/decide', { policy: 'manual' });
    expect(await claim(36)).toMatchObject({ state: 'assessed' });
  });

  it('goes on at the commune with what the district’s office had not decided, and answers from there (O §4.5 unit merged)', async () => {
    await claimed(claimOf(22));
    const { dossierCode } = codesOf(22);
    await withClient(stage.service.database.appUrl, (client) =>
      client.query(`update funeral_claim set office = 'district-bien-hoa' where dossier_code = $1`, [dossierCode]),
    );
    await told(22);
    expect(await claim(22)).toMatchObject({ state: 'assessed', office: 'tran-bien' });
    expect((await post('commune-chair', 22, 'decide')).status).toBe(200);
  });

  it('leaves to the officer a death for which no rules, or no office of social insurance, are known (O §4.6 funeral support)', async () => {
    await claimed(claimOf(23, { deceased: { diedOn: '2014-08-01' } }));
    const nowhere = claimOf(24, { deceased: { residence: { provinceCode: '79', communeCode: '99999' } } });
    const entry = { ...nowhere.death.entry, communeCode: '99999' };
    await claimed({ ...nowhere, death: { ...nowhere.death, entry } });
    const waiting = (await look('/work-list?step=assess'))['items'] as readonly { key: string }[];
    expect(waiting.map(({ key }) => key)).toEqual([codesOf(23).dossierCode, codesOf(24).dossierCode]);
    expect(await post('social-officer', 23, 'assess')).toMatchObject({
      status: 409,
      body: { code: 'social-protection.RULE_SET_UNKNOWN' },
    });
    for (const row of [23, 24])
      expect((await post('social-officer', row, 'refuse', { reason: 'Không có căn cứ.' })).status).toBe(200);
  });

  it('keeps papers that come later with the claim', async () => {
    await claimed(claimOf(19));
    const body = {
      ...codesOf(19),
      forwardedAt: '2026-08-03T10:00:00+07:00',
      papers: [{ kind: 'bill', name: 'Hóa đơn' }],
    };
    await stage.handle(PapersForwardedHandler, { ...REGISTRAR, body });
    expect(await claim(19)).toMatchObject({ papers: [{ name: 'Hóa đơn' }], state: 'allowance-asked' });
  });

  it('waits for the officer or decides by itself as the policies say; officers of another office may not act', async () => {
    const leader = await stage.as('agency-leader');
    await leader.put('/policies/assess', { policy: 'manual' });
    await claimed(claimOf(20));
    await leader.put('/policies/assess', { policy: 'automatic-when-clean' });
    expect(await look('/work-list?step=assess')).toMatchObject({ items: [{ key: codesOf(20).dossierCode }] });
    const stranger = await stage.as('social-officer', 'long-thanh');
    expect(await stranger.post(`/claims/${codesOf(20).dossierCode}/assess`)).toMatchObject({ status: 403 });
    expect((await post('social-officer', 20, 'assess')).body).toMatchObject({ state: 'allowance-asked' });
    await leader.put('/policies/decide', { policy: 'automatic-when-clean' });
    await told(20);
    await leader.put('/policies/decide', { policy: 'manual' });
    expect(await claim(20)).toMatchObject({ state: 'decided', decidedBy: 'policy:automatic-when-clean' });
    await claimed(claimOf(21));
    expect((await post('social-officer', 21, 'refuse', { reason: 'Hồ sơ sai.' })).body).toMatchObject({
      state: 'refused',
    });
  });
});
