import type { DeliveryRecord } from '../deliveries/delivery-record';
import type { BreakerState } from './breaker.rules';
import type { LaneBreaker } from './lane-breaker';
import type { WebhookClient } from './webhook-client';
import { WebhookPost } from './webhook-post';

const word = (kind: string): DeliveryRecord => ({
  headers: { ce_type: `vn.lienthong.protocol.${kind}.v1`, ce_partitionkey: 'member:tax' },
  value: Buffer.from('{}'),
});
const message: DeliveryRecord = {
  headers: { ce_type: 'vn.lienthong.notice.v1', ce_partitionkey: 'dossier:1', ce_deliverysequence: '1' },
  value: Buffer.from('{}'),
};

describe('a webhook that refuses what it is posted', () => {
  /** The streams that were counted against it. */
  const countedOf = async (state: BreakerState, records: readonly DeliveryRecord[]): Promise<unknown[]> => {
    const failed = jest.fn((_failure: unknown, _stream: unknown) => Promise.resolve());
    const breaker = { state, failed } as unknown as LaneBreaker;
    const client = {
      post: () => Promise.resolve({ status: 404, headers: {}, body: Buffer.alloc(0) }),
    } as unknown as WebhookClient;
    const post = new WebhookPost({ member: 'tax', url: () => 'https://tax.example', client, breaker, now: () => 0 });
    for (const record of records) await post.post(record);
    return failed.mock.calls.map(([, stream]) => stream);
  };

  it('is counted by stream for messages, and by type for what the bus says', async () => {
    const records = [message, word('rejected'), word('rejected'), word('restored')];
    const words = ['rejected', 'rejected', 'restored'].map((kind) => `vn.lienthong.protocol.${kind}.v1`);
    expect(await countedOf('closed', records)).toEqual(['dossier:1', ...words]);
  });

  it('is not left alone for longer because of a word: the try is for a message to decide', async () => {
    expect(await countedOf('half-open', [word('rejected'), message])).toEqual(['dossier:1']);
  });
});
