import { type DemoDocument, landScenarioOf, verdictOf } from '../../tools/demo/src';
import { eventually } from '@lienthong/testing';
import { owedAmounts } from './support/amounts.oracle';
import { E2eStack } from './support/e2e-stack';
import { freshDossier, playStory } from './support/story';
import { topicRecords } from './support/topic-records';
import { unevenData, w2Data } from './support/w2.mother';

const CLEAN_STATES = [2, 4, 6, 4, 9, 10];
const members = ['intake', 'land-registry', 'tax', 'treasury', 'collecting-bank'] as const;

function paid(document: DemoDocument, at = 0): object[] {
  return (document.dossiers[at]?.payments ?? []).map(({ kind, payerNumber, amountDong }) => ({
    kind,
    payerNumber,
    amountDong,
  }));
}

describe('a land transfer from the desk to the certificate', () => {
  let e2e: E2eStack;
  beforeAll(async () => {
    e2e = await E2eStack.start();
  });
  afterAll(() => e2e?.close());

  describe('W2: contract below the table', () => {
    let document: DemoDocument;
    beforeAll(async () => {
      document = await playStory(e2e, [freshDossier(e2e.today)], false);
    });

    it('reaches "Đã trả kết quả" by the states of a clean transfer', () => {
      expect(document.dossiers[0]).toMatchObject({ states: CLEAN_STATES, state: 10, stateName: 'Đã trả kết quả' });
      expect(document.totals).toEqual({ dossiers: 1, completed: 1, failed: 0, messages: 18, parked: 0 });
    });

    it('costs the seller 16,000,000 and the buyer 4,000,000 đồng, due on 03/09/2026 past National Day, paid and booked on the day (F26)', () => {
      const [tax, fee, ...rest] = document.dossiers[0]?.payments ?? [];
      expect(rest).toEqual([]);
      const onTheDay = { dueDate: '2026-09-03', paidOn: '2026-08-03', state: 'booked' };
      expect(tax).toMatchObject({
        ...onTheDay,
        kind: 'personal-income-tax',
        payer: 'seller',
        amountDong: '16000000',
        budgetSubItem: '1006',
      });
      expect(fee).toMatchObject({
        ...onTheDay,
        kind: 'registration-fee',
        payer: 'buyer',
        amountDong: '4000000',
        budgetSubItem: '2801',
      });
    });

    it('ends with the transfer noted on the certificate', () => {
      expect(document.dossiers[0]?.certificate).toMatchObject({
        form: 'noted',
        registerNumber: expect.stringMatching(/\S/) as string,
      });
    });

    it('has every hop as a record in Kafka at the topic, partition and offset of the timeline', async () => {
      const records = await topicRecords(e2e.access.brokers, e2e.access.topicPrefix);
      const rows = document.dossiers[0]?.timeline ?? [];
      expect(rows).toHaveLength(22);
      for (const row of rows) {
        for (const [place, suffix] of [
          [row.out, `${row.sender}.out`],
          [row.in, `${row.recipient}.in`],
        ] as const) {
          const record = records.find(
            ({ topic, headers }) => topic.endsWith(`.${suffix}`) && headers['ce_id'] === row.id,
          );
          expect({ topic: record?.topic, partition: record?.partition, offset: record?.offset }).toEqual(place);
          expect(record?.key).toBe(record?.headers['ce_partitionkey']);
          expect(record?.headers['ce_type']).toBe(row.type);
        }
      }
    });

    it('is sent, accepted, delivered and handled in this order, and logged', () => {
      const rows = document.dossiers[0]?.timeline ?? [];
      expect(rows).toHaveLength(22);
      for (const { sentAt, acceptedAt, deliveredAt, handledAt, logId } of rows) {
        const times = [sentAt, acceptedAt, deliveredAt, handledAt].map((text) => Date.parse(text ?? ''));
        expect(times.every(Number.isFinite)).toBe(true);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(logId).toMatch(/^[0-9a-f-]{36}$/);
      }
    });

    it.each(members)('leaves nothing open at %s: accepted is what was sent, handled what came', async (service) => {
      await eventually(async () => {
        const [open] = await e2e.rows<{ n: string }>(
          service,
          'select count(*) as n from outbox where accepted_at is null',
        );
        return open?.n === '0';
      });
      expect(await e2e.rows(service, 'select * from parked')).toEqual([]);
      const outcomes = await e2e.rows<{ outcome: string }>(service, 'select distinct outcome from inbox');
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['handled']);
    });

    it('leaves no delivery open at the bus, and the log is sequenced under a signed checkpoint', async () => {
      await eventually(async () => {
        const [left] = await e2e.rows<{ open: string; pending: string; size: string; entries: string }>(
          'integration-bus',
          `select (select count(*) from delivery where state <> 'acknowledged') as open, (select count(*) from log_pending) as pending,
                  (select coalesce(max(tree_size), 0) from checkpoint) as size, (select count(*) from log_entry) as entries`,
        );
        return left?.open === '0' && left.pending === '0' && left.size === left.entries;
      });
    });

    it('tells bank and treasury nothing of the parties but number and amount', async () => {
      const records = await topicRecords(e2e.access.brokers, e2e.access.topicPrefix);
      const published = records.filter(({ headers }) => headers['ce_type']?.includes('payable-items-published'));
      expect(published.length).toBeGreaterThan(0);
      for (const { headers, value } of published) {
        expect(headers).not.toHaveProperty('ce_subject');
        expect(headers['ce_partitionkey']).toMatch(/^document:/);
        expect(value.toString('utf8')).not.toMatch(/Nguyễn|Trần|H19/);
      }
    });
  });

  it('shares uneven amounts among several parties, parcels and price rows as an independent calculation does', async () => {
    const file = freshDossier(e2e.today, unevenData());
    const document = await playStory(e2e, [file], true);
    expect(document.dossiers[0]).toMatchObject({ states: CLEAN_STATES, certificate: { form: 'new' } });
    expect(paid(document)).toEqual(owedAmounts(file, e2e.today));
  });

  it("takes the price of registering when the buyer pays the seller's tax (W22)", async () => {
    const data = unevenData();
    const file = freshDossier(e2e.today, {
      ...data,
      contract: { ...data.contract, totalDong: '1', buyerPaysSellersTax: true },
    });
    expect(paid(await playStory(e2e, [file], true))).toEqual(owedAmounts(file, e2e.today));
  });

  describe('inherited and given land (1.013831)', () => {
    const siblings = {
      ...landScenarioOf('gift-to-stranger').change,
      claims: [
        {
          ...{ revenue: 'personal-income-tax', ground: 'close-kin', relation: 'sibling-by-blood', proof: 'papers' },
          ...{ person: '075088000002', relative: '075190000001' },
        },
      ],
    };
    let document: DemoDocument;
    beforeAll(async () => {
      const changes = [landScenarioOf('inheritance').change, landScenarioOf('gift-to-stranger').change, siblings];
      const files = changes.map((change) => freshDossier(e2e.today, { ...w2Data(), ...change }));
      document = await playStory(e2e, files, false);
    });

    it.each([
      ['inheritance', 'an heir who is kin pays nothing, the other on his half (X1, W9)', 0],
      ['gift-to-stranger', 'a stranger pays a tenth above the threshold, and the fee (W9)', 1],
    ] as const)('%s: %s', (name, _what, at) => {
      const dossier = document.dossiers[at];
      const verdict = verdictOf(landScenarioOf(name).expected, dossier ? [dossier] : [], { withDates: true });
      expect({ came: dossier?.state, differences: verdict.differences }).toEqual({ came: 10, differences: [] });
    });

    it('costs siblings neither tax nor fee: no notice, no payment, and the certificate all the same (W7)', () => {
      const [exempt] = document.dossiers.slice(2);
      expect(exempt).toMatchObject({ state: 10, states: [2, 4, 9, 10], payments: [], certificate: { form: 'noted' } });
      expect(exempt?.exemptions).toMatchObject([
        { kind: 'personal-income-tax', payer: 'buyer', amountDong: '78000000' },
        { kind: 'registration-fee', payer: 'buyer', amountDong: '4000000' },
      ]);
      expect(exempt?.timeline.map(({ type }) => type)).toContainEqual(expect.stringContaining('.tax.nothing-due.'));
    });

    it('stands in the land book as what it was, with the receivers as owners by their shares', async () => {
      const entries = await e2e.rows<{ change_kind: string; owners: { share: string }[] }>(
        'land-registry',
        'select change_kind, owners from register_entry where dossier_code = any($1) order by array_position($1, dossier_code)',
        [document.dossiers.map(({ code }) => code)],
      );
      expect(entries.map(({ change_kind, owners }) => [change_kind, owners.map(({ share }) => share)])).toEqual([
        ['inheritance', ['1/2', '1/2']],
        ['gift', ['1/1']],
        ['gift', ['1/1']],
      ]);
    });
  });

  it('finds the other desk, branch, tax office and treasury by the commune', async () => {
    const data = w2Data();
    const file = freshDossier(e2e.today, { ...data, parcels: [{ ...data.parcels[0], communeCode: '26041' }] });
    const document = await playStory(e2e, [file], false);
    expect(document.dossiers[0]).toMatchObject({ state: 10, code: expect.stringMatching(/^H19\.91\.01-/) as string });
    const codes = await e2e.rows<{ office: string }>(
      'integration-bus',
      `select distinct office from delivery where stream = $1`,
      [`dossier:${document.dossiers[0]?.code}`],
    );
    expect(codes).toEqual([{ office: 'bien-hoa' }]);
  });

  it('completes 100 dossiers at once with the sums right', async () => {
    const bookedDong = async (): Promise<bigint> => {
      const [booked] = await e2e.rows<{ sum: string }>(
        'treasury',
        'select coalesce(sum(total_dong), 0) as sum from booking',
      );
      return BigInt(booked?.sum ?? '0');
    };
    const before = await bookedDong();
    const files = Array.from({ length: 100 }, () => freshDossier(e2e.today));
    const document = await playStory(e2e, files, false);
    expect(document.totals).toEqual({ dossiers: 100, completed: 100, failed: 0, messages: 1800, parked: 0 });
    expect(new Set(document.dossiers.map(({ code }) => code)).size).toBe(100);
    files.forEach((file, at) => expect(paid(document, at)).toEqual(owedAmounts(file, e2e.today)));
    expect((await bookedDong()) - before).toBe(100n * 20_000_000n);
  });
});
