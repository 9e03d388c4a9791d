import { randomUUID } from 'node:crypto';
import { developmentPeople } from '@lienthong/service-host';
import { askService } from './ask-service';
import type { CliConfig } from './cli.config';
import { CommandFailed, UsageError } from './terminal';

const BUS = 'integration-bus';
const OPERATOR = 'bus-operator';

export interface OperatorOptions {
  /** An operator of the local run; elsewhere LIENTHONG_TOKEN says who acts. */
  readonly person?: string;
  readonly url?: string;
}

/** Asks the bus as one of its operators. */
export type AskBus = <T>(path: string, post?: object) => Promise<T>;

/** @throws UsageError when the local run has no such operator */
export function operatorOf(config: CliConfig, { person, url }: OperatorOptions): AskBus {
  const operators = developmentPeople.filter(({ member, roles }) => member === BUS && roles.includes(OPERATOR));
  const found = person === undefined ? operators[0] : operators.find((one) => one.person === person);
  if (!found) {
    const known = operators.map((one) => one.person).join(', ');
    throw new UsageError(`the local run has no operator ${person}; one of: ${known}`);
  }
  return (path, post) =>
    askService(config, {
      ...{ service: BUS, person: found, path },
      ...(url === undefined ? {} : { url }),
      ...(post ? { post, idempotencyKey: randomUUID() } : {}),
    });
}

const MOST_PAGES = 200;

/** All pages of a list. */
export async function allPages<T>(ask: AskBus, path: string): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const query = cursor === undefined ? path : `${path}&cursor=${encodeURIComponent(cursor)}`;
    const page = await ask<{ readonly items: readonly T[]; readonly next?: string }>(query);
    items.push(...page.items);
    if (page.next === undefined) return items;
    cursor = page.next;
  }
  throw new CommandFailed('the list is longer than this command reads');
}
