import { generateKey, signerFromJwk } from '@lienthong/envelope';
import { eventually } from '@lienthong/testing';
import { ProtocolPost } from '../src/protocol-post';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { SpecOperatorsDesk } from './operators.mother';
import { SpecRecipient } from './recipient.mother';

/** A35: a recipient learns of keys from the bus; its own directory was made before them. */
describe('a recipient whose directory lacks the new key of a sender', () => {
  let bus: SpecBus;
  let desk: SpecOperatorsDesk;
  let recipient: SpecRecipient;
  beforeAll(async () => {
    bus = await SpecBus.start();
    desk = new SpecOperatorsDesk(bus);
    recipient = await SpecRecipient.create(bus);
  });
  afterAll(async () => {
    await recipient.close();
    await bus.stop();
  });

  it('is told of it by the bus, handles what it signs without parking, and knows it after a restart', async () => {
    const messaging = await recipient.start();
    const { privateJwk, publicJwk } = generateKey('tax-2');
    await desk.do('add-key', { member: 'tax', kid: 'tax-2', x: publicJwk.x });
    const signer = signerFromJwk(privateJwk);
    const send = (number: number): Promise<void> =>
      bus.exchange.process(bus.member('tax').notices([{ dossierCode: dossier(number), sequence: 1 }], signer));
    const got = (count: number): Promise<boolean> =>
      eventually(() => recipient.got.length === count, { timeoutMs: 60_000, describe: `${count} messages handled` });
    await send(1);
    await got(1);
    await send(2);
    await got(2);
    expect(messaging.counts.parked).toBe(0);
    await recipient.stop();
    await send(3);
    const again = await recipient.start();
    await got(3);
    expect(again.counts.parked).toBe(0);
  });

  it('is told of it later when not every member could be reached', async () => {
    const noticed = async (): Promise<boolean[]> =>
      (
        await bus.rows<{ told: boolean }>(
          `select n.told_at is not null as told from key_notice n join member_key k using (log_id) where k.kid = 'tax-3'`,
        )
      ).map(({ told }) => told);
    const away = jest
      .spyOn(ProtocolPost.prototype, 'send')
      .mockImplementation((letters) => Promise.resolve(letters.slice(1).map(({ member }) => member)));
    await desk.do('add-key', { member: 'tax', kid: 'tax-3', x: generateKey('tax-3').publicJwk.x });
    await eventually(() => away.mock.calls.length > 0, { describe: 'somebody to be told' });
    expect(await noticed()).toEqual([false]);
    away.mockRestore();
    await bus.administer('update registry_version set version = version + 1');
    await eventually(async () => (await noticed()).every(Boolean), { describe: 'the key to be told' });
  });
});
