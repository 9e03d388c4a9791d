import { type AddressInfo, createServer } from 'node:net';
import { TopicReader } from './kafka-coordinates';

describe('a secured broker', () => {
  it('that hangs up on a demo without credentials is named as one, with what to set', async () => {
    const broker = createServer((socket) => socket.on('data', () => socket.destroy()).on('error', () => undefined));
    await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve));
    const brokers = `127.0.0.1:${(broker.address() as AddressInfo).port}`;
    const topics = new TopicReader({ brokers }, 'lt.');
    try {
      await expect(topics.open()).rejects.toThrow('export LIENTHONG_KAFKA=secured');
    } finally {
      await topics.close();
      broker.close();
    }
  });
});
