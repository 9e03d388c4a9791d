import type { DeathDeclaration } from '@lienthong/contracts';
import { eventually } from '@lienthong/testing';
import { type CivilView, type Insured, knowPerson } from '../../tools/demo/src';
import { branchOf, CivilStage, kindsOf } from './support/civil-stage';
import { E2eStack } from './support/e2e-stack';

const SUPPORT_DONG = '7200000';
const CLAIM = 'select state from funeral_claim where dossier_code = $1';

/** One stack for all stories; each has a deceased of its own. */
describe('the death chain over the real bus', () => {
  let e2e: E2eStack;
  let stage: CivilStage;
  beforeAll(async () => {
    const slowProvince = { NATIONAL_ASK_AGAIN_MS: '500', NATIONAL_ANSWER_AFTER_MS: '6000' };
    e2e = await E2eStack.start({ env: (service) => ({ ...(service === 'residence' && slowProvince) }) });
    stage = new CivilStage(e2e);
    await stage.decidePolicies();
  });
  afterAll(() => e2e?.close());

  /** Somebody whom police and social insurance have known for years has died. */
  const died = async (insured?: Insured, death = stage.death()): Promise<DeathDeclaration> => {
    await knowPerson(stage.agencies, stage.offices, death, insured);
    return death;
  };
  const grant = (code: string): Promise<void> =>
    stage.act(stage.person('social-protection', 'commune-chair'), 'decide', code, { path: `/claims/${code}/decide` });
  const complete = async (death: DeathDeclaration): Promise<CivilView> => {
    const { code } = await stage.declare('death', death);
    await stage.sign(code);
    await grant(code);
    return stage.handOver(code);
  };
  const stateOf = async (
    member: 'residence' | 'health-insurance',
    table: string,
    { deceased }: DeathDeclaration,
  ): Promise<string> => {
    const sql = `select state from ${table} where personal_identification_number = $1`;
    const [row] = await e2e.rows<{ state: string }>(member, sql, [deceased.personalIdentificationNumber]);
    return row?.state ?? 'unknown';
  };

  it('ends residence and card, supports the funeral, and delivers the extract (O §4.6)', async () => {
    const death = await died();
    const view = await complete(death);
    expect(view).toMatchObject({ states: [2, 4, 9, 10], outcome: 'completed' });
    expect(kindsOf(view)).toEqual(['benefits-stop', 'death-extract', 'funeral-support', 'residence-deregistration']);
    expect(view.results).toContainEqual(expect.objectContaining({ kind: 'funeral-support', amountDong: SUPPORT_DONG }));
    expect(await stateOf('residence', 'resident', death)).not.toBe('active');
    expect(await stateOf('health-insurance', 'health_card', death)).not.toBe('active');
  });

  it('has a reverse handler in every consumer when the registration is revoked (O §4.6 DeathRevoked)', async () => {
    const death = await died();
    const { code } = await complete(death);
    const leader = stage.person('civil-status', 'civil-leader');
    const decision = { decisionNumber: '09/QĐ-UBND', revokedOn: e2e.today, reason: 'Đăng ký nhầm người' };
    await stage.agencies.post(leader, `/deaths/${code}/revocation`, decision);
    await eventually(async () => (await stateOf('residence', 'resident', death)) === 'active', {
      describe: 'the residence restored',
    });
    await eventually(async () => (await stateOf('health-insurance', 'health_card', death)) === 'active', {
      describe: 'the card restored',
    });
    await eventually(
      async () => (await e2e.rows<{ state: string }>('social-protection', CLAIM, [code]))[0]?.state === 'recovery',
      {
        describe: 'the support to be recovered',
      },
    );
    const view = await stage.until(code, ({ registered }) => registered !== undefined && 'revoked' in registered);
    expect(view).toMatchObject({ state: 10, registered: { revoked: { decisionNumber: '09/QĐ-UBND' } } });
  });

  it('opens a recovery task when social insurance pays later (O §4.6 highest only)', async () => {
    const death = await died();
    const { code } = await complete(death);
    const { personalIdentificationNumber, diedOn } = death.deceased;
    const officer = stage.person('health-insurance', 'insurance-officer');
    await stage.agencies.post(officer, '/funeral-allowances', { personalIdentificationNumber, diedOn });
    const social = stage.person('social-protection', 'social-officer');
    await eventually(
      async () => {
        const { items } = await stage.agencies.get<{ items: { key: string }[] }>(
          social,
          '/work-list?step=recover&limit=100',
        );
        return items.some(({ key }) => key === code);
      },
      { describe: `${code} to be recovered` },
    );
  });

  it('pays no support when social insurance pays more; the extract is delivered all the same (O §4.6 not entitled)', async () => {
    const death = await died({ receivesPension: true, funeralAllowance: true });
    const { code } = await stage.declare('death', death);
    await stage.sign(code);
    const view = await stage.handOver(code);
    expect(view.outcome).toBe('partly-completed');
    expect([3, 8]).toContain(branchOf(view, 'funeral')?.state);
    expect(kindsOf(view)).toEqual(['benefits-stop', 'death-extract', 'residence-deregistration']);
  });

  it('waits for the police of another province, while the funeral does not (O §4.6 other province)', async () => {
    const death = stage.death();
    const elsewhere = {
      ...death,
      deceased: { ...death.deceased, residence: { provinceCode: '79', detail: 'Số 3 đường Thử Nghiệm' } },
    };
    const { code } = await stage.declare('death', elsewhere);
    await stage.sign(code);
    await grant(code);
    const waiting = await stage.branchIn(code, 'funeral', 9);
    expect(branchOf(waiting, 'residence')?.state).not.toBe(9);
    expect(waiting.state).toBe(4);
    const view = await stage.handOver(code);
    expect(view.outcome).toBe('completed');
    expect(branchOf(view, 'residence')?.state).toBeGreaterThanOrEqual(9);
  });

  it('links the second claim by another relative to the first, and pays once, also from another commune and without the number (O §4.6 second claim)', async () => {
    const base = stage.death();
    const death = await died(undefined, { ...base, deceased: { ...base.deceased, name: 'Nguyễn Văn Hai Lần' } });
    const { code } = await complete(death);
    const other = {
      ...death,
      requester: {
        ...death.requester,
        name: 'Nguyễn Thị Khác',
        relation: 'sibling',
        personalIdentificationNumber: '075185000011',
      },
    };
    expect(await stage.declare('death', other)).toMatchObject({ code, repeated: true });
    const elsewhere = { ...other, registrationCommuneCode: '26368' };
    expect(await stage.declare('death', elsewhere)).toMatchObject({ code, repeated: true });
    const unnumbered = { ...other, deceased: { ...other.deceased, personalIdentificationNumber: undefined } };
    expect(await stage.declare('death', unnumbered)).toMatchObject({ code, repeated: true });
    const paid = await e2e.rows(
      'social-protection',
      `select 1 from funeral_support where dossier_code = $1 and state = 'paid'`,
      [code],
    );
    expect(paid).toHaveLength(1);
  });
});
