import { UnitOfWork } from '@lienthong/persistence';
import { startTestService, type TestService } from '@lienthong/testing';
import { type Problem, StepPolicies } from '../src';
import { permitService } from './permits.mother';

describe('the policies of an agency', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(permitService);
  });
  afterAll(() => service.stop());

  const isAutomatic = (step: string): Promise<boolean> => {
    const { app } = service.running;
    return app.get(UnitOfWork).perform(() => app.get(StepPolicies).isAutomatic(step));
  };

  it('start as the service defines them', async () => {
    const monitor = await service.as('monitor');
    expect((await monitor.get('/policies')).body).toEqual({
      items: [
        { step: 'forward', policy: 'automatic-when-clean' },
        { step: 'hand-over', policy: 'manual' },
      ],
    });
    expect([await isAutomatic('forward'), await isAutomatic('hand-over')]).toEqual([true, false]);
  });

  it('are decided by the leader of the agency, who is recorded, and count at once', async () => {
    const leader = await service.as('agency-leader');
    const decided = await leader.put('/policies/hand-over', { policy: 'automatic-when-clean' });
    expect(decided).toMatchObject({ status: 200, body: { step: 'hand-over', changedBy: 'agency-leader-bien-hoa' } });
    expect(decided.body['changedAt']).toMatch(/\+07:00$/);
    expect(await isAutomatic('hand-over')).toBe(true);
    await leader.put('/policies/hand-over', { policy: 'manual' });
    expect(await isAutomatic('hand-over')).toBe(false);
  });

  it('are not decided by others, for unknown steps or with unknown words', async () => {
    const clerk = await service.as('desk-clerk');
    expect((await clerk.put<Problem>('/policies/forward', { policy: 'manual' })).body.code).toBe(
      'access.ROLE_NOT_ALLOWED',
    );
    const leader = await service.as('agency-leader');
    expect((await leader.put<Problem>('/policies/fly', { policy: 'manual' })).body).toMatchObject({
      status: 404,
      code: 'policies.STEP_UNKNOWN',
    });
    expect((await leader.put<Problem>('/policies/constructor', { policy: 'manual' })).status).toBe(404);
    expect((await leader.put<Problem>('/policies/forward', { policy: 'sometimes' })).body.faults).toMatchObject([
      { path: 'policy', rule: 'one-of' },
    ]);
  });
});
