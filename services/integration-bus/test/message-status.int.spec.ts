import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKey } from '@lienthong/envelope';
import { Clock, newId } from '@lienthong/kernel';
import { homeFiles } from '@lienthong/service-host';
import { eventually } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { HttpMember } from './http-member.mother';
import { dossier } from './member.mother';

/** What a sender may ask of its messages: four facts, each with time and signer (A18, A19, A28). */
describe('the status of a message', () => {
  let bus: SpecBus;
  let tax: HttpMember;
  let land: HttpMember;
  beforeAll(async () => {
    bus = await SpecBus.start();
    await bus.administer("update member set transport = 'pull' where code in ('land-registry', 'tax')");
    [tax, land] = [new HttpMember(bus, 'tax'), new HttpMember(bus, 'land-registry')];
  });
  afterAll(() => bus.stop());

  const fact = (by: string, more: object = {}): object => ({
    ...{ at: expect.any(String), by, logId: expect.any(String), keyId: `${by}-1`, ...more },
  });

  /** Every entry has its place in the log's tree, and a checkpoint over it. */
  const checked = (): Promise<boolean> =>
    eventually(async () => (await bus.rows('select 1 from log_pending limit 1')).length === 0, {
      describe: 'checkpoints',
    });

  it('says accepted, delivered and handled, as each comes true, by whose word and key', async () => {
    const event = tax.event({ dossierCode: dossier(1), sequence: 1 });
    const { body: accepted } = await tax.submit(event);
    await checked();
    const path = `/messages/${event.id}/status`;
    const about = { id: event.id, type: event.type, stream: `dossier:${dossier(1)}`, sequence: 1 };
    const first = { accepted: fact('integration-bus', { logId: accepted.logId, at: accepted.acceptedAt }) };
    const delivery = { recipient: 'land-registry', deliverySequence: 1 };
    expect((await tax.get(path)).body).toEqual({ ...about, ...first, deliveries: [delivery] });
    const { messages } = await land.lease();
    const delivered = { ...delivery, delivered: fact('integration-bus') };
    expect((await tax.get(path)).body).toEqual({ ...about, ...first, deliveries: [delivered] });
    const { body: acknowledged } = await land.acknowledge(messages);
    const handled = fact('land-registry', { outcome: 'handled', logId: acknowledged.logId });
    expect((await tax.get(path)).body).toEqual({ ...about, ...first, deliveries: [{ ...delivered, handled }] });
  });

  it('says rejected, with code and reason, and the entry that the submitter was told', async () => {
    const event = tax.event({ dossierCode: dossier(2), sequence: 1, to: [{ member: 'intake', office: 'bien-hoa' }] });
    const { body } = await tax.submit(event);
    await checked();
    expect((await tax.get(`/messages/${event.id}/status`)).body).toMatchObject({
      rejected: fact('integration-bus', {
        code: 'integration-bus.GRANT_MISSING',
        reason: body.detail,
        logId: body.logId,
      }),
      deliveries: [],
    });
  });

  it('names for each fact the key with which the bus answered for it then, also after the bus has another one', async () => {
    const accepted = async (number: number): Promise<string> => {
      const event = tax.event({ dossierCode: dossier(number), sequence: 1 });
      await tax.submit(event);
      return String(event.id);
    };
    const keyOf = async (id: string): Promise<unknown> => {
      const { accepted: fact } = (await tax.get(`/messages/${id}/status`)).body as { accepted?: { keyId?: string } };
      return fact?.keyId;
    };
    const before = await accepted(4);
    await checked();
    const { privateJwk, publicJwk } = generateKey('integration-bus-2');
    writeFileSync(join(bus.home.folder, homeFiles.memberKey('integration-bus')), JSON.stringify(privateJwk));
    await bus.administer(
      `insert into member_key (kid, member, jwk, valid_from, log_id)
       select $1, code, $2, '2026-01-01', log_id from member where code = 'integration-bus'`,
      ['integration-bus-2', JSON.stringify(publicJwk)],
    );
    await bus.restart({});
    const after = await accepted(5);
    await checked();
    expect([await keyOf(before), await keyOf(after)]).toEqual(['integration-bus-1', 'integration-bus-2']);
  });

  it('is told to its sender alone; for others there is no such message', async () => {
    const event = tax.event({ dossierCode: dossier(3), sequence: 1 });
    await tax.submit(event);
    const foreign = await land.get(`/messages/${event.id}/status`);
    const unknown = await land.get(`/messages/${newId(bus.running.app.get(Clock))}/status`);
    for (const answer of [foreign, unknown]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'integration-bus.MESSAGE_UNKNOWN' } });
    }
    expect(await tax.get('/messages/nonsense/status')).toMatchObject({ status: 400 });
  });
});
