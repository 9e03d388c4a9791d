import { topicNames } from '@lienthong/messaging';
import type { ServiceName } from '../../../local-infra/src';
import type { Databases } from '../stage/databases';
import type { Flow } from '../stage/flow';
import type { TopicTape } from '../stage/topic-tape';
import { businessViolations } from './business';
import { readLedger } from './ledger';
import { messageViolations } from './messages.rules';
import type { Quiet } from './quiet';
import { topicViolations } from './topics.rules';
import type { Violation } from './violation';

export interface Books {
  readonly databases: Databases;
  readonly tape: TopicTape;
  readonly members: readonly ServiceName[];
  readonly topicPrefix: string;
  readonly flow: Flow;
}

/** Everything that databases and topics must agree on when nothing is under way any more. */
export async function violationsAtQuiet(
  { databases, tape, members, topicPrefix, flow }: Books,
  quiet: Quiet,
): Promise<Violation[]> {
  const names = topicNames(topicPrefix);
  const topics = members.flatMap((member) => [names.out(member), names.in(member)]);
  await tape.caughtUp(topics);
  const submitted = flow.dossiers.map(({ file }) => file.contract.number);
  const failed = flow.dossiers.flatMap(({ code, failure }): Violation[] =>
    failure === undefined ? [] : [{ harm: 'stuck', text: `dossier ${code}: ${failure}`, stream: `dossier:${code}` }],
  );
  return [
    ...quiet.open.map((what): Violation => ({ harm: 'stuck', text: `it does not come to rest: ${what}` })),
    ...failed,
    ...messageViolations(await readLedger(databases, members)),
    ...topics.flatMap((topic) => topicViolations(topic, tape.all(topic))),
    ...(await businessViolations(databases, members, submitted)),
  ];
}
