import { eventually, startTestService, type TestService } from '@lienthong/testing';
import { civilStatusService } from '../src/civil-status.service-definition';

describe('civil-status before its chains exist', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(civilStatusService);
  });
  afterAll(() => service.stop());

  it('answers health without a token, and becomes ready', async () => {
    expect((await service.api.get('/health/live')).status).toBe(200);
    await eventually(async () => (await service.api.get('/health/ready')).status === 200, { describe: 'readiness' });
  });

  it('has no work list', async () => {
    const clerk = await service.as('agency-leader');
    expect((await clerk.get('/work-list?step=register')).status).toBe(404);
  });
});
