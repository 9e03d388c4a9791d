import { messagesFirst } from './messages-first.rules';
import type { Examined } from './submission';

const message = (name: string): Examined => ({ leaf: Buffer.from(name), isProtocol: false }) as never;
const acknowledgement = (items: number): Examined =>
  ({ leaf: Buffer.from('a'), isProtocol: true, items: Array.from({ length: items }, () => ({})) }) as never;
const wish = { leaf: Buffer.from('w'), isProtocol: true, wanted: [] } as never as Examined;
const unreadable = { place: {}, fault: {} } as never as Examined;

describe('a gathered batch', () => {
  const [first, second] = [message('first'), message('second')];

  it('is settled as one while few deliveries are acknowledged in it', () => {
    const batch = [first, acknowledgement(149), second];
    expect(messagesFirst(batch)).toEqual([batch]);
  });

  it('settles its messages before hundreds of acknowledged deliveries, in their order', () => {
    const [some, more] = [acknowledgement(100), acknowledgement(50)];
    expect(messagesFirst([some, first, unreadable, more, second])).toEqual([
      [first, unreadable, second],
      [some, more],
    ]);
  });

  it('keeps the order of everything beside any other word of the protocol', () => {
    const batch = [acknowledgement(300), wish, first];
    expect(messagesFirst(batch)).toEqual([batch]);
  });

  it('has no empty parts', () => {
    const alone = acknowledgement(300);
    expect(messagesFirst([alone])).toEqual([[alone]]);
    expect(messagesFirst([])).toEqual([]);
  });
});
