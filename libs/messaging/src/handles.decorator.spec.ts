import { DateText, Message, messageOf, streamOf, Text } from '@lienthong/envelope';
import type { MessageHandler } from '@nestjs/microservices';
import { PATTERN_EXTRAS_METADATA, PATTERN_METADATA } from '@nestjs/microservices/constants';
import { Handles } from './handles.decorator';
import { HandlerRegistry } from './inbox/handler-registry';

const stated = { owner: 'tax', name: 'page-turned', summary: 'A message of this test.' } as const;
const stream = (): string => streamOf.document('1');

@Message({ ...stated, version: 1, stream, example: { page: '1' } })
class PageTurnedV1 {
  @Text({ max: 1 })
  readonly page: string;
}

@Message({ ...stated, version: 2, stream, example: { page: '2026-08-03' } })
class PageTurnedV2 extends PageTurnedV1 {
  @DateText()
  override readonly page: string;
}

class Reader {
  @Handles([PageTurnedV1, PageTurnedV2])
  handle(): Promise<void> {
    return Promise.resolve();
  }
}

describe('a handler of several versions of a message', () => {
  const { handle } = Reader.prototype;
  const types = Reflect.getMetadata(PATTERN_METADATA, handle) as string[];
  const extras = Reflect.getMetadata(PATTERN_EXTRAS_METADATA, handle) as Record<string, unknown>;
  const handler = Object.assign(() => Promise.resolve(), { extras }) as unknown as MessageHandler;
  const registry = new HandlerRegistry(new Map(types.map((type) => [type, handler])));
  const [first, second] = [messageOf(PageTurnedV1).type, messageOf(PageTurnedV2).type];

  it('is called for each of them', () => {
    expect(types).toEqual([first, second]);
    expect(registry.types).toEqual([first, second]);
  });

  it('gets each body as its own version describes it', () => {
    expect(registry.body(second, { page: '2026-08-03' })).toEqual({ page: '2026-08-03' });
    expect(() => registry.body(first, { page: '2026-08-03' })).toThrow('envelope.BODY_INVALID');
    expect(() => registry.body(second, { page: '1' })).toThrow('envelope.BODY_INVALID');
  });
});
