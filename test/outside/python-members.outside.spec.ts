import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { instantText } from '@lienthong/kernel';
import { eventually } from '@lienthong/testing';
import { freePort } from '../../tools/local-infra/src';
import { OneWayNetwork } from './support/one-way-network';
import { OutsideStack } from './support/outside-stack';
import { type Ended, pythonWithPackages, runMember } from './support/python';
import { repeatDeliveries } from './support/repeat-records';

interface Reference {
  readonly member: 'portal' | 'service-desk';
  readonly script: string;
}

const ON_KAFKA: Reference = { member: 'portal', script: 'kafka_member.py' };
const ON_HTTP: Reference = { member: 'service-desk', script: 'http_member.py' };
const both = [
  { way: 'on Kafka, with its own credentials', ...ON_KAFKA },
  { way: 'over HTTP, pulling', ...ON_HTTP },
];

describe('on a secured broker, members written in Python from the protocol page, with the real bus and one-stop desk', () => {
  let python: string;
  let outside: OutsideStack;
  beforeAll(async () => {
    python = await pythonWithPackages();
    outside = await OutsideStack.start();
  });
  afterAll(() => outside?.stop());

  /** Asks the desk where a dossier stands, and waits for the answer. */
  const ask = (
    { member, script }: Reference,
    dossierCode: string,
    { env = {}, within = [] }: { env?: Readonly<Record<string, string>>; within?: readonly string[] } = {},
  ): Promise<Ended> =>
    runMember(python, { script, args: [dossierCode], env: { ...outside.environmentOf(member), ...env }, within });
  const deliveries = ({ member }: Reference, dossierCode: string): Promise<Delivered[]> =>
    outside.bus<Delivered>(
      `select d.seq::int as seq, e.attributes ->> 'type' as type, d.outcome
       from delivery d join log_entry e using (log_id) where d.recipient = $1 and d.stream = $2 order by d.seq`,
      [member, `dossier:${dossierCode}`],
    );
  const allHandled = async (reference: Reference, dossierCode: string, count: number): Promise<boolean> => {
    const rows = await deliveries(reference, dossierCode);
    return rows.length === count && rows.every(({ outcome }) => outcome === 'handled');
  };

  it.each(both)('ask about a dossier and are told where it stands ($way)', async (reference) => {
    const dossierCode = await outside.acceptedDossier();
    const { code, said, complained } = await ask(reference, dossierCode);
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(said).toMatchObject({ answer: 'accepted', told: [{ dossierCode, outcome: 'known' }] });
    await eventually(() => allHandled(reference, dossierCode, 1), { describe: 'its acknowledgement' });
  });

  it.each(both)('number the stream of a dossier one after another ($way)', async (reference) => {
    const dossierCode = 'H19.91.01-260803-9001';
    for (const number of [1, 2]) {
      expect((await ask(reference, dossierCode)).said.told).toMatchObject([{ dossierCode, outcome: 'unknown' }]);
      await eventually(() => allHandled(reference, dossierCode, number));
    }
    const sql = 'select epoch, last_in::int as last_in from stream_in where key = $1';
    const numbers = await outside.bus(sql, [`${reference.member}|dossier:${dossierCode}`]);
    expect(numbers).toEqual([{ epoch: 1, last_in: 2 }]);
  });

  it('answer a repeat as before, and take it for nothing new', async () => {
    const acknowledgements = async (): Promise<number> => {
      const sql = `select count(*)::int as n from log_entry
        where kind = 'acknowledgement' and attributes ->> 'source' = '/members/portal'`;
      return (await outside.bus<{ n: number }>(sql))[0]?.n ?? 0;
    };
    const before = await acknowledgements();
    const repeated = await repeatDeliveries(outside, 'portal');
    expect(repeated).toBeGreaterThanOrEqual(3);
    expect((await ask(ON_KAFKA, 'H19.91.01-260803-9003')).said.told).toHaveLength(1);
    await eventually(async () => (await acknowledgements()) === before + repeated + 1, {
      describe: async () =>
        `${repeated + 1} more than ${before} acknowledgements; there are ${await acknowledgements()}`,
    });
  });

  it('take a void for the number of what may no longer be delivered, and go on', async () => {
    const dossierCode = 'H19.91.01-260803-9002';
    const members = both.map(({ member }) => member);
    const intake = outside.stack.service('intake');
    await intake.stop();
    for (const reference of both) {
      const { said } = await ask(reference, dossierCode, { env: { SECONDS: '4' } });
      expect(said).toMatchObject({ answer: 'accepted', told: [] });
    }
    await outside.administer("update member set state = 'suspended' where code = any($1)", [members]);
    intake.start();
    const isAnswered = (reference: Reference): Promise<boolean> =>
      deliveries(reference, dossierCode).then(({ length }) => length === 1);
    for (const reference of both) await eventually(() => isAnswered(reference), { timeoutMs: 60_000 });
    await outside.administer('update grant_row set enabled = false where recipient = any($1)', [members]);
    await outside.administer("update member set state = 'active' where code = any($1)", [members]);
    // a puller's void is made when it pulls; what it is told lies in its own database
    for (const reference of both) {
      const { said } = await ask(reference, 'H19.91.01-260803-9004', { env: { SECONDS: '12' } });
      expect(said).toMatchObject({ answer: 'accepted', told: [] });
      const isVoid = async (): Promise<boolean> =>
        (await deliveries(reference, dossierCode))[0]?.type === 'vn.lienthong.protocol.void.v1';
      await eventually(isVoid, { describe: 'a void in the place of the answer' });
    }
    await outside.administer('update grant_row set enabled = true where recipient = any($1)', [members]);
    for (const reference of both) {
      expect((await ask(reference, dossierCode)).said.told).toMatchObject([{ outcome: 'unknown' }]);
      await eventually(() => allHandled(reference, dossierCode, 2));
    }
  });

  it('send again what a restored bus has forgotten, though it was answered (over HTTP, pulling)', async () => {
    const dossierCode = 'H19.91.01-260803-9006';
    expect((await ask(ON_HTTP, dossierCode)).said).toMatchObject({ answer: 'accepted' });
    const since = instantText(new Date(Date.now() - 60_000));
    const forget = 'delete from known_message k using log_entry e where e.log_id = k.log_id and e.subject = $1';
    await outside.administer(forget, [dossierCode]);
    await outside.administer('delete from stream_in where key = $1', [`service-desk|dossier:${dossierCode}`]);
    const word = "insert into told_answer (member, kind, item) values ('service-desk', 'restored', $1)";
    await outside.administer(word, [JSON.stringify({ since })]);
    expect((await ask(ON_HTTP, dossierCode)).said.told).toMatchObject([{ dossierCode, outcome: 'unknown' }]);
    const numbers = await outside.bus(
      `select (attributes ->> 'sequence')::int as number from log_entry
       where kind = 'accepted' and subject = $1 and attributes ->> 'source' = '/members/service-desk' order by log_id`,
      [dossierCode],
    );
    expect(numbers).toEqual([1, 1, 2].map((number) => ({ number })));
  });

  it.each([
    ['a wrong password', () => ({ KAFKA_SASL_PASSWORD: 'guessed' }), 'it refuses the credentials: look at KAFKA_SASL_'],
    ['the credentials of another member', () => outside.credentialsOf('portal'), 'was the member (not )?provisioned'],
  ])('a service with %s waits, says what to look at, and does not crash', async (_what, credentials, told) => {
    const intake = outside.stack.another('intake', credentials());
    intake.start();
    const readiness = async (): Promise<string> => {
      const answer = await fetch(`${await intake.listening()}/health/ready`);
      return `${answer.status} ${await answer.text()}`;
    };
    const isTold = new RegExp(`^503 .*waitingFor.*${told}`);
    await eventually(async () => isTold.test(await readiness()), { describe: readiness });
    await delay(2_000);
    expect(intake.running).toBe(true);
    expect(await intake.stop()).toBe(0);
  });

  it('pull from a network that nobody can connect into', async () => {
    const network = OneWayNetwork.make();
    const port = await freePort();
    const [command = '', ...rest] = [...network.enter, 'python3', '-m', 'http.server', String(port)];
    const listener = spawn(command, rest, { stdio: 'ignore' });
    try {
      await eventually(() => isListening(network, port), { describe: 'a listener within' });
      expect(await isReached(network.ownAddress, port)).toBe(false);
      const busUrl = `http://${network.hostAddress}:${new URL(outside.stack.urls['integration-bus'] ?? '').port}`;
      const asked = await ask(ON_HTTP, 'H19.91.01-260803-9005', { env: { BUS_URL: busUrl }, within: network.enter });
      expect(asked.complained).toBe('');
      expect(asked.said.told).toMatchObject([{ outcome: 'unknown' }]);
    } finally {
      listener.kill();
      network.remove();
    }
  });
});

interface Delivered {
  readonly seq: number;
  readonly type: string;
  readonly outcome: string | null;
}

/** Whether a TCP connection comes to stand within two seconds. */
function isReached(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (reached: boolean): void => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

/** Asked from within, so that what is not reached from outside is not merely not there. */
async function isListening({ enter, ownAddress }: OneWayNetwork, port: number): Promise<boolean> {
  const probe = `import socket; socket.create_connection(("${ownAddress}", ${port}), 1)`;
  const [command = '', ...rest] = [...enter, 'python3', '-c', probe];
  const child = spawn(command, rest, { stdio: 'ignore' });
  return new Promise((resolve) => child.once('close', (code) => resolve(code === 0)));
}
