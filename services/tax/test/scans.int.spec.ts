import { ScansProvidedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { TestStage } from '@lienthong/testing';
import { ScansProvidedHandler } from '../src/scans/scans-provided.handler';
import { TaxDesk } from './tax-desk.mother';
import { openTax } from './tax-service.mother';

const [example] = messageOf(ScansProvidedV1).example.scans ?? [];
const signed = `${'s'.repeat(42)}A`;
const other = `${'o'.repeat(42)}A`;

describe('the scans that the land office provides, beside the hashes that its leader signed with the slip (L §4.3 M18)', () => {
  let stage: TestStage;
  let desk: TaxDesk;
  beforeAll(async () => {
    stage = await openTax();
    desk = new TaxDesk(stage);
    await desk.keepPrices();
  });
  afterAll(() => stage.close());

  const attachments = [{ code: 'contract', name: 'hop-dong.pdf', sha256: signed, size: 100 }];

  async function provided(dossierCode: string, sha256: string): Promise<Record<string, unknown>> {
    const asked = await desk.post('tax-officer', `/assessments/${dossierCode}/scan-requests`, { papers: ['contract'] }, `scans-of-${dossierCode}`); // prettier-ignore
    const requestId = String(asked.body['requestId']);
    const scans = [{ paper: 'contract' as const, file: { ...example!.file, sha256 } }];
    await stage.handle(ScansProvidedHandler, { sender: 'land-registry', body: { dossierCode, requestId, scans } });
    const answer = await (await stage.as('tax-officer')).get(`/assessments/${dossierCode}/scan-requests`);
    return answer.body;
  }
  const alarms = async (): Promise<unknown> => (await (await stage.as('tax-officer')).get('/tasks?kind=alarm')).body;

  it('agree when they are the file that the slip names', async () => {
    const dossierCode = await desk.slip(1, { attachments });
    expect(await provided(dossierCode, signed)).toMatchObject({ items: [{ scans: [{ agreement: 'agrees' }] }] });
    expect(await alarms()).toEqual({ items: [] });
  });

  it('that the slip does not name are shown as such', async () => {
    const dossierCode = await desk.slip(2);
    expect(await provided(dossierCode, signed)).toMatchObject({ items: [{ scans: [{ agreement: 'not-named' }] }] });
    expect(await alarms()).toEqual({ items: [] });
  });

  it('differ when they are another file, and somebody of the tax office is told', async () => {
    const dossierCode = await desk.slip(3, { attachments });
    expect(await provided(dossierCode, other)).toMatchObject({ items: [{ scans: [{ agreement: 'differs' }] }] });
    expect(await alarms()).toMatchObject({ items: [{ dossierCode }] });
  });

  it('are compared with the slip that stands, not with the one that it replaced', async () => {
    await desk.slip(4, { attachments });
    const replaced = '019fc562-94c0-7000-8000-000000010004';
    const change = { submission: 2, submissionKind: 'replacement' as const, replacesSlipId: replaced };
    const dossierCode = await desk.slip(4, { ...change, attachments: [{ ...attachments[0]!, sha256: other }] });
    expect(await provided(dossierCode, other)).toMatchObject({
      items: [{ scans: [{ agreement: 'agrees', comparedWith: '019fc562-94c0-7000-8000-000000020004' }] }],
    });
  });
});
