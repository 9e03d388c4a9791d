import { addDays, type Clock, instantOf, localDate, type LocalDate, newId } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { IntegrationBusConfig } from '../integration-bus.config';
import { busErrors } from '../integration-bus.errors';
import { BEGIN_RUN } from './reconciliation.sql';

/** Senders keep what was accepted for 14 days. */
const DAYS_BACK = 13;

export interface WantedRun {
  readonly day: LocalDate;
  readonly by: string;
  readonly now: Date;
  readonly clock: Clock;
  readonly config: Pick<IntegrationBusConfig, 'reconcileMarginMs' | 'reconcileWaitMs'>;
}

/** Begins the reconciliation of a day, or names the run that is under way. @throws integration-bus.RECONCILIATION_DAY */
export async function beginRun(client: ClientBase, { day, by, now, clock, config }: WantedRun): Promise<string> {
  const today = localDate(now);
  const first = addDays(today, -DAYS_BACK);
  if (day < first || day > today) throw busErrors.RECONCILIATION_DAY({ from: first, to: today });
  const from = instantOf(day, 0);
  const end = instantOf(addDays(day, 1), 0);
  const settled = new Date(now.getTime() - config.reconcileMarginMs);
  const to = settled < end ? settled : end;
  const due = new Date(now.getTime() + config.reconcileWaitMs);
  const id = newId(clock);
  const columns = [id, day, from, to > from ? to : from, by, now, due, id];
  const { rows } = await client.query<{ id: string }>(BEGIN_RUN, columns);
  return rows[0]?.id ?? id;
}
