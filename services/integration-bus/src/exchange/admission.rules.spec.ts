import type { FieldFault } from '@lienthong/kernel';
import type { Grant } from '../members/registry';
import { RegistrySnapshot, type RegistryRows } from '../members/registry-snapshot';
import { admit, admitId } from './admission.rules';
import { someAttributes } from './submission.mother';

const NOW = new Date('2026-08-03T09:00:00+07:00');
const TYPE = 'vn.lienthong.tax.notice.v1';
const validFrom = '2025-07-01';
const fault: FieldFault = { path: 'text', rule: 'required', message: 'is required' };

const rows: RegistryRows = {
  members: ['tax', 'land-registry', 'intake'].map((code) => ({
    code,
    name: code,
    transport: 'kafka',
    state: 'active',
  })),
  keys: [],
  offices: ['tax', 'land-registry', 'intake'].map((member) => ({ member, id: 'bien-hoa', validFrom })),
  grants: [
    {
      sender: 'tax',
      recipient: 'land-registry',
      type: TYPE,
      enabled: true,
      validFrom: new Date(validFrom),
      version: 'grant-1',
    },
  ],
  schemas: [
    { dataschema: 'urn:notice', type: TYPE, hash: 'hash-1', check: (body) => (body === 'right' ? [] : [fault]) },
  ],
};

function verdict(
  changes: Parameters<typeof someAttributes>[0] = {},
  registry: Partial<RegistryRows> = {},
  body: unknown = 'right',
): string {
  const attributes = someAttributes(changes);
  const question = { attributes, sender: 'tax', body, now: NOW };
  const admission = admit(new RegistrySnapshot({ ...rows, ...registry }), question);
  return admission.admitted ? `${admission.grantVersion} ${admission.schemaHash}` : admission.fault.code;
}

describe('admission to the bus', () => {
  it('passes what is granted and as registered, and names grant and schema', () => {
    expect(verdict()).toBe('grant-1 hash-1');
  });

  it('holds a suspended member before anything else', () => {
    const members = rows.members.map((member) => ({ ...member, state: 'suspended' as const }));
    expect(verdict({ dataschema: 'urn:other' }, { members })).toBe('integration-bus.MEMBER_SUSPENDED');
  });

  it.each(['land-registry/nowhere', 'nobody/bien-hoa'])('refuses %s, which is no office', (recipients) => {
    expect(verdict({ recipients })).toBe('integration-bus.OFFICE_UNKNOWN');
  });

  it('refuses an office after its last day', () => {
    const offices = rows.offices.map((office) => ({ ...office, validTo: '2026-08-02' }));
    expect(verdict({}, { offices })).toBe('integration-bus.OFFICE_UNKNOWN');
  });

  it('refuses when one of several recipients has no grant', () => {
    expect(verdict({ recipients: 'intake/bien-hoa,land-registry/bien-hoa' })).toBe('integration-bus.GRANT_MISSING');
  });

  const withGrant = (change: Partial<Grant>): string =>
    verdict({}, { grants: rows.grants.map((grant) => ({ ...grant, ...change })) });

  it('refuses by a grant that is switched off', () => {
    expect(withGrant({ enabled: false })).toBe('integration-bus.GRANT_MISSING');
  });

  it('takes a grant from its first instant to before its end, exact to the millisecond', () => {
    const at = (text: string): Date => new Date(`2026-08-03T${text}+07:00`);
    expect(withGrant({ validFrom: at('09:00:00.001') })).toBe('integration-bus.GRANT_MISSING');
    expect(withGrant({ validFrom: at('09:00:00.000') })).toBe('grant-1 hash-1');
    expect(withGrant({ validTo: at('09:00:00.000') })).toBe('integration-bus.GRANT_MISSING');
    expect(withGrant({ validTo: at('09:00:00.001') })).toBe('grant-1 hash-1');
  });

  it('refuses what has expired, at the very instant', () => {
    expect(verdict({ expirytime: '2026-08-03T09:00:00.000+07:00' })).toBe('integration-bus.EXPIRED');
    expect(verdict({ expirytime: '2026-08-03T09:00:00.001+07:00' })).toBe('grant-1 hash-1');
  });

  it('refuses an id from before the window of known identities, and one from the future', () => {
    const refusal = (code: string): object => ({ admitted: false, outsideWindow: true, fault: { code } });
    const idMadeAt = (instant: string): object => admitId(idAt(instant), NOW, 90);
    expect(idMadeAt('2026-05-05T09:00:00+07:00')).toEqual({ admitted: true });
    expect(idMadeAt('2026-05-05T08:59:59+07:00')).toMatchObject(refusal('integration-bus.ID_TOO_OLD'));
    expect(idMadeAt('2026-08-05T09:00:00+07:00')).toMatchObject(refusal('integration-bus.ID_AHEAD'));
  });

  it('refuses a schema that is not registered for the type, and a body that does not fit it', () => {
    expect(verdict({ dataschema: 'urn:other' })).toBe('integration-bus.SCHEMA_UNKNOWN');
    const schemas = rows.schemas.map((schema) => ({ ...schema, type: 'another' }));
    expect(verdict({}, { schemas })).toBe('integration-bus.SCHEMA_UNKNOWN');
    expect(verdict({}, {}, 'wrong')).toBe('integration-bus.SCHEMA_VIOLATION');
  });
});

function idAt(instant: string): string {
  const ms = new Date(instant).getTime().toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`;
}
