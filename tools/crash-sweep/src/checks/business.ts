import type { ServiceName } from '../../../local-infra/src';
import type { LandCounts } from '../land-scenarios.data';
import type { Databases } from '../stage/databases';
import { type DossierRow, endings, notAsOften, sameMessages, violation } from './dossiers.rules';
import { messageCounts } from './message-counts';
import { countBy } from './messages.rules';
import type { Violation } from './violation';

interface Item {
  readonly id: string;
  readonly dong: string;
}

const ITEMS_AT_TAX = `select payable_item_id as id, amount_dong::text as dong from payable_item where state = 'booked'`;
export const NOTICED = `select payable_item_id as id, amount_dong::text as dong from payable_item`;
const ITEMS_AT_BANK = `select payable_item_id as id, amount_dong::text as dong from payable_item where state = 'paid'`;
const ITEMS_AT_TREASURY = `select payable_item_id as id, amount_dong::text as dong from payable_item`;
const DEBITED = `select l ->> 'payableItemId' as id, l ->> 'amountDong' as dong from voucher, jsonb_array_elements(lines) l`;
const CREDITED = `select l ->> 'payableItemId' as id, l ->> 'amountDong' as dong from credit_advice, jsonb_array_elements(lines) l`;
const BOOKED = `select l ->> 'payableItemId' as id, l ->> 'amountDong' as dong
  from booking b join credit_advice using (reference), jsonb_array_elements(credit_advice.lines) l`;

/** Where each đồng of a notice must be found again, item by item. */
export const accounts: readonly { readonly what: string; readonly service: ServiceName; readonly sql: string }[] = [
  { what: 'booked for tax', service: 'tax', sql: ITEMS_AT_TAX },
  { what: 'paid at the bank', service: 'collecting-bank', sql: ITEMS_AT_BANK },
  { what: 'debited', service: 'collecting-bank', sql: DEBITED },
  { what: 'known to the treasury', service: 'treasury', sql: ITEMS_AT_TREASURY },
  { what: 'credited', service: 'treasury', sql: CREDITED },
  { what: 'booked', service: 'treasury', sql: BOOKED },
];

interface Counted {
  readonly what: string;
  readonly service: ServiceName;
  readonly sql: string;
  readonly times: number;
}

/** What each dossier has exactly once, or as often as its scenario says. */
function countsOf({ slips, notices, payableItems }: LandCounts): readonly Counted[] {
  return [
    counted('land-registry', 'dossier at the land registry', 'select dossier_code as code from land_dossier'),
    counted('land-registry', 'certificate entry', 'select dossier_code as code from register_entry'),
    counted('tax', 'slip at tax', 'select dossier_code as code from transfer_slip', slips),
    counted('tax', 'assessment', 'select dossier_code as code from assessment'),
    counted('tax', 'notice', 'select dossier_code as code from payment_notice', notices),
    counted('tax', 'payable item', 'select dossier_code as code from payable_item', payableItems),
    counted(
      'tax',
      'fulfilled obligation',
      'select dossier_code as code from obligation where fulfilled_on is not null',
    ),
  ];
}

function counted(service: ServiceName, what: string, sql: string, times = 1): Counted {
  return { what, service, sql, times };
}

const DOSSIERS = `select code, state, content -> 'contract' ->> 'number' as paper from dossier`;

/** Money is equal wherever it is kept, every dossier is at its end, and nothing was done twice. */
export async function landViolations(
  counts: LandCounts,
  databases: Databases,
  members: readonly ServiceName[],
  papers: readonly string[],
): Promise<Violation[]> {
  const dossiers = await databases.rows<DossierRow>('intake', DOSSIERS);
  const checks = await Promise.all([
    moneyAgrees(databases),
    ...countsOf(counts).map(async (rule) =>
      notAsOften(rule, dossiers, await databases.rows<{ code: string }>(rule.service, rule.sql)),
    ),
    messageCounts(databases, members).then((sent) => sameMessages(dossiers, sent)),
  ]);
  return [...endings(dossiers, papers), ...checks.flat()];
}

async function moneyAgrees(databases: Databases): Promise<Violation[]> {
  const noticed = await databases.rows<Item>('tax', NOTICED);
  const found: Violation[] = [];
  for (const { what, service, sql } of accounts) {
    const items = await databases.rows<Item>(service, sql);
    const times = countBy(items, ({ id, dong }) => `${id} ${dong}`);
    for (const { id, dong } of noticed) {
      const n = times.get(`${id} ${dong}`) ?? 0;
      if (n !== 1) found.push(violation('money', `item ${id} of ${dong} đồng is ${n} times ${what}`));
    }
    const [sum, due] = [sumOf(items), sumOf(noticed)];
    if (sum !== due) found.push(violation('money', `${due} đồng were noticed and ${sum} are ${what}`));
  }
  return found;
}

function sumOf(items: readonly Item[]): bigint {
  return items.reduce((sum, { dong }) => sum + BigInt(dong), 0n);
}
