import { runMigrations } from '@lienthong/persistence';
import { type TestDatabase, testDatabase, withClient } from '@lienthong/testing';
import { taxMigrations } from '../src/migrations';
import { NoticeChanges1767661200000 } from '../src/migrations/notice-changes.migration';

const at = taxMigrations.findIndex((migration) => migration === NoticeChanges1767661200000);

const revenues = JSON.stringify([{ kind: 'personal-income-tax', baseDong: '800000000' }]);

const before = `
  insert into assessment (dossier_code, office, land_office, slip_id, slip_number, slip_message_id, submission, received_at,
      state, intake_office, regime, clock_started_on, notice_limit_on, collection, revenues, issued_at, issued_by)
    values ('d', 'bien-hoa', 'bien-hoa', 's', '1', 'm', 1, now(), 'issued', 'bien-hoa', 'C', '2026-08-03', '2026-08-06',
      '{"account":"7111"}', '${revenues}', now(), 'officer');
  insert into payment_notice (number, dossier_code, slip_id, form, kind, issued_on, due_date, base_dong)
    values ('n', 'd', 's', '03/TB-BĐS-TNCN', 'personal-income-tax', '2026-08-03', '2026-09-03', 800000000);
  insert into payable_item (payable_item_id, dossier_code, office, notice_number, payer, payer_number, payer_name, share,
      amount_dong, budget_sub_item, budget_chapter, state, reference, paid_on, entry_number, booked_on, conflicts)
    values ('open', 'd', 'bien-hoa', 'n', 'seller', '1', 'A', '1/2', 8, '1006', '857', 'unpaid', null, null, null, null, '[]'),
      ('paid', 'd', 'bien-hoa', 'n', 'seller', '2', 'B', '1/4', 4, '1006', '857', 'paid', 'R1', '2026-08-20', null, null, '[]'),
      ('booked', 'd', 'bien-hoa', 'n', 'seller', '3', 'C', '1/4', 4, '1006', '857', 'booked', 'R2', '2026-08-20', 'BT-1',
        '2026-08-21', '[]');
  insert into obligation (dossier_code, office, land_office, intake_office, item_ids, settled)
    values ('d', 'bien-hoa', 'bien-hoa', 'bien-hoa', '["open","paid","booked"]', '[{}]');`;

describe('notices and items from before notices could be amended', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase({ entities: [], migrations: taxMigrations.slice(0, at) });
  });
  afterAll(() => database.drop());

  it('keep what was paid for them as payments, their due dates and their rows', async () => {
    await withClient(database.migratorUrl, (client) => client.query(before));
    const { migratorUrl: url, appRole } = database;
    const migrations = taxMigrations.slice(0, at + 1);
    expect(await runMigrations({ url, migrations, appRole })).toEqual(['NoticeChanges1767661200000']);
    const read = (sql: string): Promise<{ rows: unknown[] }> => withClient(url, (client) => client.query(sql));
    const items = await read(`select payable_item_id as id, state, due_date::text as due, paid_dong::text as paid,
      booked_dong::text as booked, payments from payable_item order by amount_dong desc, payable_item_id desc`);
    expect(items.rows).toEqual([
      { id: 'open', state: 'unpaid', due: '2026-09-03', paid: '0', booked: '0', payments: [] },
      { id: 'paid', state: 'paid', due: '2026-09-03', paid: '4', booked: '0', payments: [{ reference: 'R1', amountDong: '4', paidOn: '2026-08-20' }] },
      { id: 'booked', state: 'booked', due: '2026-09-03', paid: '4', booked: '4', payments: [{ reference: 'R2', amountDong: '4', paidOn: '2026-08-20', entryNumber: 'BT-1', bookedOn: '2026-08-21' }] },
    ]); // prettier-ignore
    const notices = await read('select item_ids as items, revenue from payment_notice');
    expect(notices.rows).toMatchObject([{ items: ['booked', 'open', 'paid'], revenue: { baseDong: '800000000' } }]);
    expect((await read('select collection, deferred, notice_numbers as numbers from obligation')).rows).toEqual([
      { collection: { account: '7111' }, deferred: [], numbers: ['n'] },
    ]);
  });

  it('go back as they were while nothing of the new kind was done', async () => {
    await withClient(database.migratorUrl, async (client) => {
      const runner = { query: (sql: string) => client.query(sql) };
      await new NoticeChanges1767661200000().down(runner as never);
      const { rows } = await client.query(
        'select state, reference, entry_number as entry from payable_item order by payable_item_id',
      );
      expect(rows).toEqual([
        { state: 'booked', reference: 'R2', entry: 'BT-1' },
        { state: 'unpaid', reference: null, entry: null },
        { state: 'paid', reference: 'R1', entry: null },
      ]);
    });
  });
});
