import type { Addressed, Counts, LandCounts } from './counts';

/** What was put in on purpose; everything else must have come out. */
export interface MessagesExpected {
  /** How many messages each member has parked; none where it is not named. */
  readonly parked?: ReadonlyMap<string, number>;
}

export interface LandExpected {
  /** Dossiers that the desk accepted. */
  readonly handedIn: number;
  /** Of these, how many cannot end because a message of theirs is parked. */
  readonly held?: number;
}

/** Sent = logged = delivered = handled = acknowledged, member by member, and nothing set aside: what differs, in words. */
export function messageFaults(counts: Counts, { parked: expected }: MessagesExpected = {}): string[] {
  const { members, bus, busStashed, busRejected } = counts;
  const atBus = new Map(bus.map((row) => [row.member, row]));
  const copies = copiesOf(counts.addressed);
  const faults = members.flatMap((own) => {
    const { member } = own;
    const { logged = 0, delivered = 0, acknowledged = 0, parked = 0 } = atBus.get(member) ?? {};
    const poisoned = expected?.get(member) ?? 0;
    const says = (what: string, is: number, should: number): string[] =>
      is === should ? [] : [`${member}: ${what} ${is}, expected ${should}`];
    return [
      ...says('outbox rows accepted', own.accepted, own.recorded),
      ...says('messages logged at the bus', logged, own.recorded),
      ...says('deliveries to it', delivered, copies.get(member) ?? 0),
      ...says('messages handled', own.handled, delivered - poisoned),
      ...says('deliveries acknowledged as handled', acknowledged, delivered - poisoned),
      ...says('deliveries answered as parked', parked, poisoned),
      ...says('marks of parked messages', own.markedParked, poisoned),
      ...says('messages parked', own.parked, poisoned),
      ...says('messages stashed or voided', own.stashed + own.markedOtherwise, 0),
      ...says('gaps', own.gaps, 0),
    ];
  });
  const known = new Set(members.map(({ member }) => member));
  const strangers = [...copies.keys(), ...atBus.keys()].filter((member) => !known.has(member));
  return [
    ...faults,
    ...[...new Set(strangers)].map((member) => `${member} appears in messages and is not counted`),
    ...(busStashed > 0 ? [`integration-bus: ${busStashed} messages stashed`] : []),
    ...(busRejected > 0 ? [`integration-bus: ${busRejected} messages rejected`] : []),
  ];
}

/** Every dossier at its end, and every đồng noticed is found once wherever it is kept. */
export function landFaults(counts: LandCounts, { handedIn, held = 0 }: LandExpected): string[] {
  const { dossiers, ended, noticed, accounts } = counts;
  return [
    ...(dossiers === handedIn ? [] : [`intake: ${dossiers} dossiers, and ${handedIn} were handed in`]),
    ...(ended === handedIn - held ? [] : [`intake: ${ended} dossiers at their end, expected ${handedIn - held}`]),
    ...(noticed.items === 0 && ended > 0 ? ['tax: not one payable item was noticed'] : []),
    ...accounts
      .filter(({ items, dong, print }) => items !== noticed.items || dong !== noticed.dong || print !== noticed.print)
      .map(
        ({ what, items, dong }) =>
          `${dong} đồng in ${items} items are ${what}; noticed were ${noticed.dong} đồng in ${noticed.items}`,
      ),
  ];
}

function copiesOf(addressed: readonly Addressed[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { member, copies } of addressed) sums.set(member, (sums.get(member) ?? 0) + copies);
  return sums;
}
