import { Clock, newId } from '@lienthong/kernel';
import { dossier } from './member.mother';
import { specNotice } from './notice.mother';
import type { SpecBus } from './bus.mother';

/** How a spec does one kind of act, and sees that it is done. */
export interface ActExercise {
  readonly kind: string;
  /** Makes what the act is about, and returns its content. */
  readonly content: (bus: SpecBus) => Promise<object>;
  readonly isDone: (bus: SpecBus) => Promise<boolean>;
}

const holds = async (bus: SpecBus, sql: string, params: readonly unknown[] = []): Promise<boolean> =>
  (await bus.rows(sql, params)).length > 0;

/** One for every kind of act, in an order in which they can follow each other. */
export const actExercises: readonly ActExercise[] = [
  {
    kind: 'register-operator',
    content: () => Promise.resolve({ person: 'third-bus-operator-centre' }),
    isDone: (bus) =>
      holds(bus, `select 1 from operator where person = 'third-bus-operator-centre' and valid_to is null`),
  },
  {
    kind: 'withdraw-operator',
    content: () => Promise.resolve({ person: 'third-bus-operator-centre' }),
    isDone: (bus) =>
      holds(bus, `select 1 from operator where person = 'third-bus-operator-centre' and valid_to is not null`),
  },
  {
    kind: 'discard-delivery',
    content: async (bus) => {
      await bus.setState('land-registry', 'suspended');
      await bus.exchange.process(bus.member('tax').notices([{ dossierCode: dossier(900), sequence: 1 }]));
      const rows = await bus.rows<{ log_id: string }>(`select log_id from delivery where recipient = 'land-registry'`);
      return { recipient: 'land-registry', logId: rows[0]?.log_id };
    },
    isDone: (bus) => holds(bus, 'select 1 from delivery where discard_reason is not null'),
  },
  {
    kind: 'replay-deliveries',
    content: () => Promise.resolve({ recipient: 'land-registry', outcome: 'parked', perSecond: 5 }),
    isDone: (bus) => holds(bus, `select 1 from replay where kind = 'again' and per_second = 5`),
  },
  {
    kind: 'give-history',
    content: () =>
      Promise.resolve({
        ...{ recipient: 'intake', office: 'bien-hoa', types: [specNotice.type] },
        from: '2026-08-03T00:00:00.000+07:00',
      }),
    isDone: (bus) => holds(bus, `select 1 from replay where kind = 'history'`),
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
    isDone: (bus) => holds(bus, `select 1 from replay where state = 'stopped'`),
  },
];
