import { type Office, offices } from '@lienthong/contracts';
import type { AssessedRow } from '../../report/assessment';
import type { LandScene } from '../land-scene';
import { itemIs } from './tax-office.acts';

type Owed = Pick<AssessedRow, 'payableItemId' | 'payerNumber' | 'budgetSubItem' | 'budgetChapter'>;

/** The payer pays what is open of an item, the treasury books it, and the tax office has heard of it. Its reference. */
export async function payInFull(scene: LandScene, owed: Owed): Promise<string> {
  const reference = await pay(scene, owed);
  await bookPayment(scene, owed, reference);
  return reference;
}

/** The payer's account is debited with what is open of an item. The reference of the voucher. */
export async function pay(scene: LandScene, { payableItemId }: Owed): Promise<string> {
  const { people } = scene;
  await bankItemIs(scene, payableItemId, 'unpaid');
  const { reference } = await scene.tell<{ reference: string }>(people.payer, '/payments', {
    payableItemIds: [payableItemId],
  });
  return reference;
}

/** The treasury books a payment, and the tax office has heard of it. */
export async function bookPayment(scene: LandScene, { payableItemId }: Owed, reference: string): Promise<AssessedRow> {
  await book(scene, reference);
  return itemIs(scene, payableItemId, 'booked');
}

/** The payer pays at the bank's counter what the paper says, be it what is owed or not; the treasury books it. Its reference. */
export async function payAtCounter(scene: LandScene, owed: Owed, amountDong: bigint): Promise<string> {
  const { people } = scene;
  const { payableItemId, payerNumber, budgetSubItem, budgetChapter } = owed;
  await bankItemIs(scene, payableItemId, 'unpaid');
  const voucher = {
    channel: 'cash',
    payer: { number: payerNumber },
    lines: [{ payableItemId, amountDong: String(amountDong), budgetSubItem, budgetChapter }],
    taxOfficeCode: officeOf('tax', scene.offices.tax)?.taxOfficeCode,
    treasuryCode: officeOf('treasury', scene.offices.treasury)?.treasuryCode,
  };
  const { reference } = await scene.tell<{ reference: string }>(people.bankClerk, '/counter-payments', voucher);
  await book(scene, reference);
  return reference;
}

/** The treasury reverses what it booked: one proposes, another confirms (F16). */
export async function reverse(scene: LandScene, reference: string, reason: string): Promise<void> {
  const { people } = scene;
  const proposal = { kind: 'reversed', reason };
  const { id } = await scene.tell<{ id: string }>(people.treasuryClerk, `/bookings/${reference}/adjustments`, proposal);
  await scene.act(
    `the reversal of ${reference}`,
    () => scene.tell(people.treasuryLeader, `/adjustments/${id}/confirmation`),
    async () => {
      const { state } = await scene.ask<{ state: string }>(people.treasuryLeader, `/adjustments/${id}`);
      return state === 'confirmed' ? true : undefined;
    },
  );
}

/** Waits until the bank knows an item to be in this state. */
export async function bankItemIs(scene: LandScene, payableItemId: string, state: string): Promise<void> {
  await scene.until(`item ${payableItemId} ${state} at the bank`, async () => {
    const item = await scene.ask<{ state: string }>(scene.people.bankClerk, `/payable-items/${payableItemId}`);
    return item.state === state ? true : undefined;
  });
}

async function book(scene: LandScene, reference: string): Promise<void> {
  const { people } = scene;
  // the bank's word may come before the tax office's about the item: until then there is nothing to book
  await scene.until(`credit advice ${reference}`, async () => {
    const { state } = await scene.ask<{ state: string }>(people.treasuryClerk, `/credit-advices/${reference}`);
    return state === 'ready' || state === 'booked' ? true : undefined;
  });
  await scene.act(
    `the booking of ${reference}`,
    () => scene.tell(people.treasuryClerk, '/bookings', { reference }),
    () => scene.ask<object>(people.treasuryClerk, `/bookings/${reference}`),
  );
}

function officeOf(member: string, id: string): Office | undefined {
  return offices.find((office) => office.member === member && office.id === id);
}
