import { parcelOfW2 } from '../../test/land-dossier.mother';
import { block, lift, ordersInForce, requireUnblocked } from './block-order.rules';
import { BLOCK_KINDS, type BlockOrder } from './block-order.state';

const order: BlockOrder = {
  documentNumber: '15/2026/QĐ-BPKCTT',
  kind: 'court-order',
  issuedBy: 'Tòa án nhân dân khu vực 1',
  issuedOn: '2026-08-01',
  enteredBy: 'land-records-keeper-bien-hoa',
  enteredAt: '2026-08-03T10:00:00+07:00',
};
const lifted = { documentNumber: '16/2026/QĐ-HBPKCTT', on: '2026-08-02', by: 'x', at: '2026-08-03T11:00:00+07:00' };

describe('an order that forbids changes of a parcel', () => {
  it.each(BLOCK_KINDS)('stops whatever is to be signed for it, and says by which document: %s (R5)', (kind) => {
    const blocked = block(parcelOfW2(), { ...order, kind });
    expect(() => requireUnblocked(blocked)).toThrow(/land-registry\.PARCEL_BLOCKED.*15\/2026\/QĐ-BPKCTT/);
    expect(() => requireUnblocked(parcelOfW2())).not.toThrow();
  });

  it('stays in the register when it is lifted, and stops nothing any more (R5)', () => {
    const free = lift(block(parcelOfW2(), order), order.documentNumber, lifted);
    expect(ordersInForce(free)).toEqual([]);
    expect(free.blockOrders).toEqual([{ ...order, lifted }]);
    expect(() => requireUnblocked(free)).not.toThrow();
  });

  it('is entered once and lifted once', () => {
    const blocked = block(parcelOfW2(), order);
    expect(() => block(blocked, order)).toThrow('land-registry.BLOCK_ORDER_KNOWN');
    const free = lift(blocked, order.documentNumber, lifted);
    expect(() => lift(free, order.documentNumber, lifted)).toThrow('land-registry.BLOCK_ORDER_UNKNOWN');
    expect(() => lift(blocked, 'another', lifted)).toThrow('land-registry.BLOCK_ORDER_UNKNOWN');
  });

  it('does not lift another one beside it', () => {
    const two = block(block(parcelOfW2(), order), { ...order, documentNumber: '2', kind: 'dispute' });
    expect(() => requireUnblocked(lift(two, order.documentNumber, lifted))).toThrow('PARCEL_BLOCKED');
  });
});
