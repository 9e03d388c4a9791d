import { generateKey, publicKeyFromJwk, schemaChecker, type Signer, signerFromJwk } from '@lienthong/envelope';
import { FixedClock } from '@lienthong/kernel';
import { topicNames, type WireRecord } from '@lienthong/messaging';
import { loadConfig } from '@lienthong/service-host';
import { RecordExaminer } from '../../src/exchange/record-examiner';
import { isVerified } from '../../src/exchange/submission';
import { IntegrationBusConfig } from '../../src/integration-bus.config';
import { CurrentRegistry } from '../../src/members/current-registry';
import { RegistrySnapshot } from '../../src/members/registry-snapshot';
import { dossier, SpecMember } from '../member.mother';
import { closedNotice, specNotice } from '../notice.mother';
import { badInput } from './bad-input.data';
import { Forge, SECRET } from './forge.mother';

const NOW = '2026-08-03T09:00:00+07:00';
const MEMBERS = ['tax', 'land-registry', 'intake', 'integration-bus'];
const validFrom = '2016-01-01T00:00:00+07:00';

function key(kid: string, member: string, validity: { validFrom?: string; validTo?: string } = {}) {
  const { privateJwk, publicJwk } = generateKey(kid);
  return {
    signer: signerFromJwk(privateJwk),
    record: { kid, member, key: publicKeyFromJwk(publicJwk), validFrom, ...validity },
  };
}

const own = key('tax-1', 'tax');
const land = key('land-1', 'land-registry');
const expired = key('tax-0', 'tax', { validTo: NOW });
const notYetValid = key('tax-2', 'tax', { validFrom: '2026-08-04T00:00:00+07:00' });
const stranger: Signer = key('tax-9', 'tax').signer;

const { type } = specNotice;
const snapshot = new RegistrySnapshot({
  members: MEMBERS.map((code) => ({ code, name: code, transport: 'kafka', state: 'active' })),
  keys: [own, land, expired, notYetValid].map(({ record }) => record),
  offices: MEMBERS.map((member) => ({ member, id: 'bien-hoa', validFrom: '2016-01-01' })),
  grants: [
    { sender: 'tax', recipient: 'land-registry', type, enabled: true, validFrom: new Date(validFrom), version: '1' },
  ],
  schemas: [specNotice, closedNotice].map(({ dataschema, schema }) => {
    return { dataschema, type, hash: 'x', check: schemaChecker(schema) };
  }),
});

describe('bad input, judged record by record', () => {
  const clock = new FixedClock(NOW);
  const topics = topicNames('lt.');
  const tax = new SpecMember('tax', own.signer, clock, topics.out('tax'));
  let examiner: RecordExaminer;
  beforeAll(async () => {
    const settings = { DATABASE_URL: 'postgres://app@127.0.0.1/bus', KAFKA_BROKERS: '127.0.0.1:9092' };
    const config = loadConfig(IntegrationBusConfig, 'integration-bus', settings);
    const registry = new CurrentRegistry(
      { read: () => Promise.resolve({ snapshot, publishedKeys: [] }) } as never,
      config,
    );
    await registry.load();
    examiner = new RecordExaminer(registry, clock, config);
  });
  const forge = (number: number): Forge =>
    new Forge(
      dossier(number),
      {
        own: own.signer,
        ofAnotherMember: land.signer,
        stranger,
        expired: expired.signer,
        notYetValid: notYetValid.signer,
      },
      clock.now(),
      tax,
      (member) => topics.out(member),
    );

  it('has a row for at least sixty kinds, each of them once', () => {
    expect(badInput.length).toBeGreaterThanOrEqual(60);
    expect(new Set(badInput.map(({ what }) => what)).size).toBe(badInput.length);
  });

  it('takes the record of which all the others are spoilt copies', () => {
    const one = examiner.examine(forge(1).notice() as WireRecord);
    expect(isVerified(one) && one.admission.admitted).toBe(true);
  });

  it.each(badInput.map((row, i) => ({ ...row, number: i + 1 })))(
    'refuses $what by $code',
    ({ spoil, code, isVerified: isProven, number }) => {
      const one = examiner.examine(spoil(forge(number)) as WireRecord);
      const fault = isVerified(one) ? (one.admission.admitted ? undefined : one.admission.fault) : one.fault;
      expect(fault?.code).toBe(code);
      expect(isVerified(one)).toBe(isProven);
      const told = `${fault?.message}${fault?.text('vi')}${JSON.stringify(fault?.facts)}${String(fault?.cause)}`;
      expect(told).not.toContain(SECRET.slice(0, 6));
    },
  );
});
