import { eventually } from '@lienthong/testing';
import { InterlinkedSoftware } from '../src/gateways/interlinked-software';
import type { LocalInterlinkedSoftware } from '../src/gateways/local-interlinked-software';
import { birthNumber, CivilStage } from './civil-status.mother';

describe('the road to the national interlinked software (NĐ 63/2024)', () => {
  let civil: CivilStage;
  beforeAll(async () => {
    civil = await CivilStage.open({ CIVIL_STATUS_GATEWAY: 'bus-and-field' });
  });
  afterAll(() => civil.close());

  it('is told each state in its own statuses, beside the bus', async () => {
    const body = birthNumber(1);
    const { dossierCode } = body;
    const software = civil.stage.service.running.app.get<unknown, LocalInterlinkedSoftware>(InterlinkedSoftware);
    const last = (): number | undefined => software.statusesOf(dossierCode).at(-1);
    await civil.registered(body);
    await eventually(() => last() === 7, { describe: () => `status 7, not ${String(last())}` });
    expect(software.statusesOf(dossierCode)[0]).toBe(1);
    await civil.leader.post(`/chains/${dossierCode}/stop`, { reason: 'Trẻ đã chết.', childDied: true });
    await eventually(() => last() === 4, { describe: () => `status 4, not ${String(last())}` });
    expect(await civil.sent('chain-concluded', dossierCode)).toHaveLength(1);
  });
});
