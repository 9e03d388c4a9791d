import type { Count, Delivered, Ledger, Sent } from './ledger';
import type { Harm, Violation } from './violation';

/** Everything that must agree between senders, bus and recipients once nothing is under way. */
export function messageViolations(ledger: Ledger): Violation[] {
  return [
    ...intentsAreLogged(ledger),
    ...logIsDelivered(ledger),
    ...deliveriesAreHandled(ledger),
    ...numbersAreWhole(ledger),
    ...handledInOrder(ledger),
    ...handledOnce(ledger),
    ...ledger.aside.map(({ place, text, stream }) => violation('lost', `${place}: ${text}`, stream)),
  ];
}

function violation(harm: Harm, text: string, stream?: string | null): Violation {
  return { harm, text, ...(stream ? { stream } : {}) };
}

/** Outbox rows are log entries of kind accepted, one to one. */
function intentsAreLogged({ sent, appended }: Ledger): Violation[] {
  const times = countBy(appended, ({ sender, id }) => `${sender}|${id}`);
  const found: Violation[] = [];
  for (const { sender, id, stream, seq, accepted, rejected, type } of sent) {
    const what = `${type} ${id} of ${sender} (${stream} number ${seq})`;
    const logged = times.get(`${sender}|${id}`) ?? 0;
    if (rejected) found.push(violation('lost', `${what} was rejected by the bus`, stream));
    else if (logged === 0) found.push(violation('lost', `${what} is not in the log`, stream));
    else if (!accepted) found.push(violation('stuck', `${what} is in the log and still open at its sender`, stream));
    if (logged > 1) found.push(violation('duplicated', `${what} is ${logged} times in the log`, stream));
  }
  const meant = new Set(sent.map(({ sender, id }) => `${sender}|${id}`));
  for (const { sender, id, stream } of appended) {
    if (!meant.has(`${sender}|${id}`))
      found.push(violation('duplicated', `${id} is in the log and ${sender} never recorded it`, stream));
  }
  return found;
}

/** A logged message has one delivery for each member that it is addressed to. */
function logIsDelivered({ sent, appended, delivered }: Ledger): Violation[] {
  const recipientsOf = new Map(sent.map((one) => [`${one.sender}|${one.id}`, membersOf(one)]));
  const perEntry = groupBy(delivered, ({ logId }) => logId);
  return appended.flatMap(({ logId, sender, id, stream }) => {
    const wanted = recipientsOf.get(`${sender}|${id}`) ?? new Set<string>();
    const got = perEntry.get(logId) ?? [];
    const missing = [...wanted].filter((member) => !got.some(({ recipient }) => recipient === member));
    return [
      ...missing.map((member) => violation('lost', `${id} of ${sender} has no delivery to ${member}`, stream)),
      ...(got.length > wanted.size
        ? [violation('duplicated', `${id} of ${sender} has ${got.length} deliveries`, stream)]
        : []),
    ];
  });
}

/** Deliveries are inbox marks "handled", and each is acknowledged by an entry of the log. */
function deliveriesAreHandled({ appended, delivered, handled }: Ledger): Violation[] {
  const entries = new Map(appended.map((entry) => [entry.logId, entry]));
  const marks = new Map(handled.map((mark) => [`${mark.recipient}|${mark.sender}|${mark.id}`, mark]));
  const expected = new Set<string>();
  const found: Violation[] = [];
  for (const delivery of delivered) {
    const { recipient, stream, seq, logId } = delivery;
    const entry = entries.get(logId);
    const key = `${recipient}|${entry?.sender}|${entry?.id}`;
    expected.add(key);
    const what = `${stream} number ${seq} (${entry?.id ?? logId}) at ${recipient}`;
    const mark = marks.get(key);
    if (mark?.outcome !== 'handled')
      found.push(violation('lost', `${what} is not handled: ${mark?.outcome ?? 'no mark'}`, stream));
    else if (mark.seq !== seq) found.push(violation('outOfOrder', `${what} was handled as number ${mark.seq}`, stream));
    if (!isAcknowledged(delivery)) found.push(violation('stuck', `${what} is not acknowledged as handled`, stream));
  }
  for (const [key, { stream, id, recipient }] of marks) {
    if (!expected.has(key))
      found.push(violation('duplicated', `${recipient} handled ${id}, which nobody delivered`, stream));
  }
  return found;
}

function isAcknowledged({ state, outcome, ackKind }: Delivered): boolean {
  return state === 'acknowledged' && outcome === 'handled' && ackKind === 'acknowledgement';
}

/** Numbers of every stream are 1, 2, 3 … at the sender, at the bus in and out, and at the recipient. */
function numbersAreWhole({ sent, delivered, busIn, busOut, memberIn }: Ledger): Violation[] {
  const out = groupBy(sent, ({ sender, stream }) => `${sender}|${stream}`);
  const into = groupBy(delivered, ({ recipient, stream }) => `${recipient}|${stream}`);
  return [
    ...[...out].flatMap(([key, rows]) => gaps(`sent by ${key}`, rows)),
    ...[...into].flatMap(([key, rows]) => gaps(`delivered to ${key}`, rows)),
    ...unequal('the bus counts what came of', lengths(out), busIn),
    ...unequal('the bus counts what goes out of', lengths(into), busOut),
    ...unequal('the recipient counts', lengths(into), memberIn),
  ];
}

function gaps(what: string, rows: readonly { readonly seq: number; readonly stream: string }[]): Violation[] {
  const numbers = rows.map(({ seq }) => seq).sort((a, b) => a - b);
  const wrong = numbers.findIndex((number, at) => number !== at + 1);
  if (wrong < 0) return [];
  return [
    violation('lost', `${what}: number ${wrong + 1} is missing or double (${numbers.join(' ')})`, rows[0]?.stream),
  ];
}

function unequal(who: string, meant: ReadonlyMap<string, number>, counts: readonly Count[]): Violation[] {
  return counts
    .filter(({ key, last }) => (meant.get(key) ?? 0) !== last)
    .map(({ key, last }) =>
      violation(
        'lost',
        `${who} ${key}: ${last}, and ${meant.get(key) ?? 0} were recorded`,
        key.slice(key.indexOf('|') + 1),
      ),
    );
}

/** What came later in a stream was not handled earlier: by the marks as they were made, and by the times in the rows. */
function handledInOrder({ handled, witnessed }: Ledger): Violation[] {
  const found: Violation[] = [];
  for (const [key, marks] of groupBy(handled, ({ recipient, stream }) => `${recipient}|${stream}`)) {
    const inOrder = [...marks].sort((a, b) => a.seq - b.seq);
    inOrder.forEach((mark, at) => {
      const before = inOrder[at - 1];
      if (before && before.at > mark.at) found.push(tooEarly(key, mark, before));
    });
  }
  for (const [key, marks] of groupBy(
    witnessed.filter(isHandled),
    ({ recipient, stream }) => `${recipient}|${stream}`,
  )) {
    marks.forEach((mark, at) => {
      const before = marks[at - 1];
      if (before && before.seq > mark.seq) found.push(tooEarly(key, before, mark));
    });
  }
  return found;
}

function isHandled({ outcome }: { readonly outcome: string }): boolean {
  return outcome === 'handled';
}

function tooEarly(key: string, early: { seq: number; stream: string }, late: { seq: number }): Violation {
  return violation('outOfOrder', `${key}: number ${early.seq} was handled before number ${late.seq}`, early.stream);
}

/** No message was marked as handled by two transactions that committed, and no such mark has gone. */
function handledOnce({ handled, witnessed }: Ledger): Violation[] {
  const rows = new Set(handled.map(({ recipient, sender, id }) => `${recipient}|${sender}|${id}`));
  const ofOne = groupBy(witnessed.filter(isHandled), ({ recipient, sender, id }) => `${recipient}|${sender}|${id}`);
  return [...ofOne].flatMap(([key, marks]) => {
    const [{ recipient, id, stream, seq } = { recipient: '', id: '', stream: '', seq: 0 }] = marks;
    const what = `${stream} number ${seq} (${id})`;
    const twice = violation('duplicated', `${recipient} handled ${what} ${marks.length} times`, stream);
    const gone = violation('lost', `${recipient} handled ${what}, committed, and keeps no mark of it`, stream);
    return [...(marks.length > 1 ? [twice] : []), ...(rows.has(key) ? [] : [gone])];
  });
}

function membersOf({ recipients }: Sent): Set<string> {
  return new Set(recipients.split(',').map((address) => address.split('/')[0] ?? ''));
}

export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

export function countBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, number> {
  return lengths(groupBy(rows, keyOf));
}

function lengths<T>(groups: ReadonlyMap<string, readonly T[]>): Map<string, number> {
  return new Map([...groups].map(([key, rows]) => [key, rows.length]));
}
