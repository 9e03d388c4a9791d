import type { Grant } from '../members/registry';
import { someAttributes } from '../exchange/submission.mother';
import { type DueDelivery, reasonText, voidCauses } from './void.rules';

const now = new Date('2026-08-03T09:00:00+07:00');
const grant: Grant = {
  ...{ sender: 'tax', recipient: 'land-registry', type: 'vn.lienthong.tax.notice.v1', enabled: true },
  ...{ validFrom: new Date('2016-01-01'), version: '1' },
};
const granted = { grant: () => grant };
const lapsed = { grant: () => undefined };

const due = (changes: Partial<DueDelivery> = {}): DueDelivery => ({
  ...{ recipient: 'land-registry', attributes: someAttributes(), value: Buffer.from('{}') },
  ...changes,
});
const expiring = (at: string): DueDelivery => due({ attributes: someAttributes({ expirytime: at }) });
const withoutPayload = ({ value: _gone, ...rest }: DueDelivery): DueDelivery => rest;

describe('a delivery about to be produced', () => {
  it('goes out as it is while it is granted, timely and whole', () => {
    expect(voidCauses(granted, now)(due())).toBeUndefined();
    expect(voidCauses(granted, now)(expiring('2026-08-03T09:00:00.001+07:00'))).toBeUndefined();
  });

  it('is void from the instant at which its message expires', () => {
    expect(voidCauses(granted, now)(expiring('2026-08-03T09:00:00+07:00'))).toBe('expired');
  });

  it('is void when its grant has lapsed at that instant, asked for sender, recipient and type', () => {
    const asked = jest.fn(lapsed.grant);
    expect(voidCauses({ grant: asked }, now)(due())).toBe('grant-lapsed');
    expect(asked).toHaveBeenCalledWith('tax', 'land-registry', 'vn.lienthong.tax.notice.v1', now);
  });

  it('is void when an operator discards it, with what the operator wrote, at most as long as a void may say', () => {
    const discarded = due({ discardReason: 'wrong office' });
    expect(voidCauses(granted, now)(discarded)).toBe('discarded');
    expect(reasonText('discarded', discarded)).toBe('discarded: wrong office');
    expect(reasonText('discarded', due({ discardReason: 'x'.repeat(600) }))).toHaveLength(500);
    expect(reasonText('expired', discarded)).toBe('expired');
  });

  it('goes out as it is when it was produced before, whatever lapsed since', () => {
    const again = due({ isProducedBefore: true, discardReason: 'too late' });
    expect(voidCauses(lapsed, now)(again)).toBeUndefined();
    expect(voidCauses(lapsed, now)({ ...expiring('2020-01-01T00:00:00Z'), isProducedBefore: true })).toBeUndefined();
  });

  it('is void without its payload, produced before or not', () => {
    expect(voidCauses(granted, now)(withoutPayload(due()))).toBe('erased');
    expect(voidCauses(granted, now)(withoutPayload(due({ isProducedBefore: true })))).toBe('erased');
  });

  it('needs no grant when it is a void itself', () => {
    const voided = due({ attributes: someAttributes({ type: 'vn.lienthong.protocol.void.v1' }) });
    expect(voidCauses(lapsed, now)(voided)).toBeUndefined();
  });
});
