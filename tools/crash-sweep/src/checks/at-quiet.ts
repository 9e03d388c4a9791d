import { topicNames } from '@lienthong/messaging';
import type { ServiceName } from '../../../local-infra/src';
import type { SweptProcedure } from '../procedures';
import type { Flow } from '../stage/flow';
import type { TopicTape } from '../stage/topic-tape';
import { type LedgerSources, readLedger } from './ledger';
import { messageViolations } from './messages.rules';
import type { Quiet } from './quiet';
import { topicViolations } from './topics.rules';
import { sessionViolations } from './sessions';
import type { Violation } from './violation';

export interface Books extends LedgerSources {
  readonly tape: TopicTape;
  readonly topicPrefix: string;
  /** When the process of each service was started last. */
  readonly startedAt: ReadonlyMap<ServiceName, Date>;
  readonly flow: Flow;
  readonly procedure: SweptProcedure;
}

/** Everything that databases and topics must agree on when nothing is under way any more. */
export async function violationsAtQuiet(
  { databases, tape, members, folder, topicPrefix, startedAt, flow, procedure }: Books,
  quiet: Quiet,
): Promise<Violation[]> {
  const names = topicNames(topicPrefix);
  const topics = members.flatMap((member) => [names.out(member), names.in(member)]);
  await tape.caughtUp(topics);
  const failed = flow.dossiers.flatMap(({ code, failure }): Violation[] =>
    failure === undefined ? [] : [{ harm: 'stuck', text: `dossier ${code}: ${failure}`, stream: `dossier:${code}` }],
  );
  return [
    ...quiet.open.map((what): Violation => ({ harm: 'stuck', text: `it does not come to rest: ${what}` })),
    ...failed,
    ...messageViolations(await readLedger({ databases, members, folder })),
    ...topics.flatMap((topic) => topicViolations(topic, tape.all(topic))),
    ...(await sessionViolations(databases, startedAt)),
    ...(await procedure.violations(databases, members, flow.papers)),
  ];
}
