import { branchOf, CivilStage, kindsOf } from './support/civil-stage';
import { E2eStack } from './support/e2e-stack';

/** Its police went into those of phường Trấn Biên on 1 July 2025. */
const QUANG_VINH = '26023';

interface Entry {
  readonly dossier_code: string;
  readonly registered_by: string;
}

interface Sent {
  readonly subject: string;
  readonly recipients: string;
}

describe('a commune that is merged while births are on their way', () => {
  let e2e: E2eStack;
  beforeAll(async () => {
    e2e = await E2eStack.start({ at: '2025-06-30T09:00:00+07:00' });
  });
  afterAll(() => e2e?.close());

  it('is followed by its successor: who was asked before and who is asked after it answers, and the old name stays on the papers (O §4.5 unit merged)', async () => {
    const day = new CivilStage(e2e);
    await day.decidePolicies();
    const declared = async (): Promise<string> => {
      const birth = day.birth();
      const residence = birth.residence && { ...birth.residence, communeCode: QUANG_VINH };
      return (await day.declare('birth', { ...birth, residence })).code;
    };
    const [asked, drafted] = [await declared(), await declared()];
    await day.sign(asked);
    await day.branchIn(asked, 'health-card', 9);
    await day.draftedNumber(drafted);
    const waiting = 'select 1 from registration where dossier_code = $1 and office = $2';
    expect(await e2e.rows('residence', waiting, [asked, 'quang-vinh'])).toHaveLength(1);

    await e2e.passDays(1);
    expect(e2e.today).toBe('2025-07-01');
    const next = new CivilStage(e2e);
    await next.sign(drafted);
    for (const code of [asked, drafted]) {
      await next.police(code, 'register');
      const view = await next.handOver(code);
      expect(view).toMatchObject({ outcome: 'completed' });
      expect(branchOf(view, 'residence')).toMatchObject({ state: 9 });
      expect(kindsOf(view)).toEqual(['birth-certificate', 'health-card', 'residence']);
    }
    const entries = await e2e.rows<Entry>(
      'civil-status',
      `select dossier_code, birth -> 'entry' ->> 'registeredBy' as registered_by from register_entry where dossier_code = any($1)`,
      [[asked, drafted]],
    );
    expect(new Map(entries.map((row) => [row.dossier_code, row.registered_by]))).toEqual(
      new Map([
        [asked, 'Tư pháp – hộ tịch phường Trung Dũng'],
        [drafted, 'Tư pháp – hộ tịch phường Trấn Biên'],
      ]),
    );
    const requests = await e2e.rows<Sent>(
      'civil-status',
      `select subject, recipients from outbox where type like '%.residence-requested.v1'`,
    );
    expect(new Map(requests.map((row) => [row.subject, row.recipients]))).toEqual(
      new Map([
        [asked, 'residence/quang-vinh'],
        [drafted, 'residence/tran-bien'],
      ]),
    );
    for (const service of ['civil-status', 'residence', 'health-insurance', 'intake'] as const)
      expect(await e2e.rows(service, 'select cause from parked')).toEqual([]);
  });
});
