import { createHash } from 'node:crypto';
import { leafOf, SIGNED_ATTRIBUTES, type SignedAttributes } from './attributes';
import { canonicalBytes } from './canonical-json';
import { completeEnvelope } from './envelope.mother';

const complete = completeEnvelope().attributes;

function plainLeaf(attributes: SignedAttributes): string {
  return createHash('sha256')
    .update(Buffer.from([0]))
    .update(canonicalBytes(attributes))
    .digest('hex');
}

describe('the leaf of a message', () => {
  it('is SHA-256(0x00 ‖ canonical JSON of the signed attributes), whatever their order', () => {
    const reversed = Object.fromEntries(Object.entries(complete).reverse()) as unknown as SignedAttributes;
    expect(leafOf(complete).toString('hex')).toBe(plainLeaf(complete));
    expect(leafOf(reversed)).toEqual(leafOf(complete));
    expect([...SIGNED_ATTRIBUTES]).toEqual(Object.keys(complete).sort());
  });

  it('leaves absent attributes out, and writes quotes and letters beyond ASCII as RFC 8785 says', () => {
    const {
      subject: _s,
      causationid: _c,
      expirytime: _e,
      ...few
    } = { ...complete, senderoffice: 'Biên "Hòa"\n\u0001\u2028' };
    expect(leafOf(few).toString('hex')).toBe(plainLeaf(few));
  });

  it.each(SIGNED_ATTRIBUTES)('changes with %s', (name) => {
    expect(leafOf({ ...complete, [name]: `${complete[name]}x` })).not.toEqual(leafOf(complete));
  });

  it('takes nothing beyond the closed list', () => {
    const more = { ...complete, acceptedat: '2026-08-03T09:12:00.300+07:00', traceparent: 'x' };
    expect(leafOf(more)).toEqual(leafOf(complete));
  });
});
