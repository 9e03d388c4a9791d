import { Clock, newId } from '@lienthong/kernel';
import { generateKey } from '@lienthong/envelope';
import { dossier } from './member.mother';
import type { SpecBus } from './bus.mother';
import { specNotice } from './notice.mother';

/** How a spec does one kind of act, and sees that it is done. */
export interface ActExercise {
  readonly kind: string;
  /** Makes what the act is about, and returns its content. */
  readonly content: (bus: SpecBus) => Promise<object> | object;
  /** A statement that finds a row when it is done. */
  readonly done: string;
}

/** A member as `register-member` takes it in. */
export function newMember(member: string, more: object = {}): object {
  const office = { id: 'bien-hoa', name: `Office of ${member}`, unitCodes: [], validFrom: '2016-01-01' };
  return { member, name: `The ${member}`, agencyCode: [], transport: 'kafka', offices: [office], ...more };
}

const { type } = specNotice;
const right = { sender: 'tax', recipients: ['veterans'], type };
const THIRD = 'third-bus-operator-centre';

/** One for every kind of act, in an order in which they can follow each other. */
export const actExercises: readonly ActExercise[] = [
  {
    kind: 'register-operator',
    content: () => ({ person: THIRD }),
    done: `select 1 from operator where person = '${THIRD}' and valid_to is null`,
  },
  {
    kind: 'withdraw-operator',
    content: () => ({ person: THIRD }),
    done: `select 1 from operator where person = '${THIRD}' and valid_to is not null`,
  },
  {
    kind: 'register-member',
    content: () => newMember('veterans', { agencyCode: [{ code: '000.00.71.H19', validFrom: '2016-04-01' }] }),
    done: `select 1 from member where code = 'veterans'`,
  },
  {
    kind: 'change-transport',
    content: () => ({ member: 'veterans', transport: 'webhook', url: 'https://veterans.example/in' }),
    done: `select 1 from member where code = 'veterans' and webhook_url = 'https://veterans.example/in'`,
  },
  {
    kind: 'set-quota',
    content: () => ({ member: 'veterans', messagesPerSecond: 50 }),
    done: `select 1 from member where code = 'veterans' and quota = '{"messagesPerSecond": 50}'`,
  },
  {
    kind: 'suspend-member',
    content: () => ({ member: 'veterans' }),
    done: `select 1 from member where code = 'veterans' and state = 'suspended'`,
  },
  {
    kind: 'resume-member',
    content: () => ({ member: 'veterans' }),
    done: `select 1 from member where code = 'veterans' and state = 'active'`,
  },
  {
    kind: 'add-key',
    content: () => ({ member: 'veterans', kid: 'veterans-2', x: generateKey('veterans-2').publicJwk.x }),
    done: `select 1 from member_key where kid = 'veterans-2' and revoked_at is null`,
  },
  {
    kind: 'revoke-key',
    content: () => ({ kid: 'veterans-2' }),
    done: `select 1 from member_key where kid = 'veterans-2' and revoked_at is not null`,
  },
  {
    kind: 'give-grant',
    content: () => ({ ...right, purpose: 'benefits of veterans', legalBasis: 'a decree' }),
    done: `select 1 from grant_row where recipient = 'veterans' and valid_to is null`,
  },
  {
    kind: 'withdraw-grant',
    content: () => right,
    done: `select 1 from grant_row where recipient = 'veterans' and valid_to is not null`,
  },
  {
    kind: 'register-schema',
    content: () => ({
      type: 'vn.lienthong.veterans.called.v1',
      schema: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    }),
    done: `select 1 from message_schema where type = 'vn.lienthong.veterans.called.v1'`,
  },
  {
    kind: 'open-office',
    content: () => ({
      ...{ member: 'veterans', id: 'long-thanh', name: 'Office of Long Thành', validFrom: '2016-01-01' },
      unitCodes: [{ code: '000.02.71.H19', validFrom: '2016-04-01' }],
    }),
    done: `select 1 from office where member = 'veterans' and id = 'long-thanh' and valid_to is null`,
  },
  {
    kind: 'merge-offices',
    content: () => ({
      ...{ member: 'veterans', from: ['long-thanh', 'bien-hoa'] },
      into: {
        id: 'centre',
        name: 'Office',
        validFrom: '2025-07-01',
        unitCodes: [{ code: 'H19.71.1', validFrom: '2025-07-01' }],
      },
    }),
    done: `select 1 from office where member = 'veterans' and id = 'long-thanh' and valid_to = '2025-06-30' and successor = 'centre'`,
  },
  {
    kind: 'set-agency-code',
    content: () => ({ member: 'veterans', code: 'H19.71', validFrom: '2025-07-01', replaces: '000.00.71.H19' }),
    done: `select 1 from member where code = 'veterans' and agency_codes::text like '%H19.71%'`,
  },
  {
    kind: 'discard-delivery',
    content: async (bus) => {
      await bus.setState('land-registry', 'suspended');
      await bus.exchange.process(bus.member('tax').notices([{ dossierCode: dossier(900), sequence: 1 }]));
      const rows = await bus.rows<{ log_id: string }>(`select log_id from delivery where recipient = 'land-registry'`);
      return { recipient: 'land-registry', logId: rows[0]?.log_id };
    },
    done: 'select 1 from delivery where discard_reason is not null',
  },
  {
    kind: 'replay-deliveries',
    content: () => Promise.resolve({ recipient: 'land-registry', outcome: 'parked', perSecond: 5 }),
    done: `select 1 from replay where kind = 'again' and per_second = 5`,
  },
  {
    kind: 'give-history',
    content: () =>
      Promise.resolve({
        ...{ recipient: 'intake', office: 'bien-hoa', types: [specNotice.type] },
        from: '2026-08-03T00:00:00.000+07:00',
      }),
    done: `select 1 from replay where kind = 'history'`,
  },
  {
    kind: 'stop-replay',
    content: async (bus) => {
      const id = newId(bus.running.app.get(Clock));
      await bus.administer(
        `insert into replay (id, kind, content, reason, by, per_second, begun_at, next_at)
         values ($1, 'again', '{}', 'spec', '[]', 1, now(), now() + interval '1 day')`,
        [id],
      );
      return { replay: id };
    },
    done: `select 1 from replay where state = 'stopped'`,
  },
];
