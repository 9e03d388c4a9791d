import { recipientsOf, type WantedRange } from '@lienthong/envelope';
import { type Clock, newId } from '@lienthong/kernel';
import { type AcknowledgedDelivery, acknowledgedDeliveries, lastWords } from '../deliveries/acknowledgement.rules';
import type { UnnumberedDelivery } from '../deliveries/delivery';
import { type LogEntry, rejectedVerdict } from '../log/log-entry';
import type { Submission, Unverifiable } from './submission';
import type { PriorRejection, Verdict } from './verdict.rules';

/** One refusal as it is kept and told to the sender. */
export interface PlannedRejection extends PriorRejection {
  readonly submission: Submission;
}

/** All that one batch adds to the database, before deliveries have their numbers. */
export interface BatchPlan {
  readonly entries: readonly LogEntry[];
  /** First messages of their identity, with the log id of their entry. */
  readonly known: readonly { readonly submission: Submission; readonly logId: string }[];
  readonly rejections: readonly PlannedRejection[];
  /** Messages whose payload is kept. */
  readonly kept: readonly { readonly submission: Submission; readonly logId: string }[];
  readonly deliveries: readonly UnnumberedDelivery[];
  readonly acknowledged: readonly AcknowledgedDelivery[];
  /** Delivery numbers that recipients say they miss. */
  readonly wanted: readonly WantedDeliveries[];
  /** Members whose databases went back. */
  readonly restored: readonly RestoredMember[];
}

export interface RestoredMember {
  readonly member: string;
  readonly backTo: Date;
  /** Entry by which it said so. */
  readonly logId: string;
}

export interface WantedDeliveries {
  readonly recipient: string;
  readonly ranges: readonly WantedRange[];
}

/** Log entries, identities, deliveries and acknowledgements that follow from the verdicts. */
export function planBatch(
  verdicts: readonly Verdict[],
  unverifiable: readonly Unverifiable[],
  clock: Clock,
): BatchPlan {
  const planner = new Planner(clock);
  for (const verdict of verdicts) planner.add(verdict);
  for (const one of unverifiable) planner.addUnverifiable(one);
  return { ...planner.plan, acknowledged: lastWords(planner.plan.acknowledged) };
}

class Planner {
  readonly plan = {
    entries: [] as LogEntry[],
    known: [] as { submission: Submission; logId: string }[],
    rejections: [] as PlannedRejection[],
    kept: [] as { submission: Submission; logId: string }[],
    deliveries: [] as UnnumberedDelivery[],
    acknowledged: [] as AcknowledgedDelivery[],
    wanted: [] as WantedDeliveries[],
    restored: [] as RestoredMember[],
  };
  private readonly at: Date;

  constructor(private readonly clock: Clock) {
    this.at = clock.now();
  }

  add(verdict: Verdict): void {
    const { submission } = verdict;
    switch (verdict.outcome) {
      case 'accepted':
        return this.accept(submission);
      case 'acknowledged':
        return this.take(submission);
      case 'rejected':
        return this.reject(verdict);
      case 'repeated':
      case 'repeated-rejection':
        return undefined;
    }
  }

  addUnverifiable({ place, fault, envelope }: Unverifiable): void {
    this.plan.entries.push({
      logId: newId(this.clock),
      kind: 'rejected',
      acceptedAt: this.at,
      ...(envelope ? presented(envelope) : {}),
      verdict: rejectedVerdict(fault),
      content: { topic: place.topic, partition: place.partition, offset: place.offset },
    });
  }

  private accept(submission: Submission): void {
    const logId = this.log(submission, 'accepted');
    this.keep(submission, logId);
    const { attributes, signature, signaturepath, contentsalt, traceparent, value } = submission.envelope;
    for (const [recipient, offices] of officesByMember(attributes.recipients)) {
      this.plan.deliveries.push({
        ...{ recipient, office: offices.join(','), stream: attributes.partitionkey, logId, acceptedAt: this.at },
        ...{ attributes, signature, signaturePath: signaturepath, salt: contentsalt, value },
        ...(traceparent ? { traceparent } : {}),
      });
    }
  }

  /** A protocol message; a page of a book is kept, and read by who asked for it. */
  private take(submission: Submission): void {
    if (submission.wanted) this.ask(submission, submission.wanted);
    else if (submission.items) this.acknowledge(submission);
    else if (submission.backTo) this.begin(submission, submission.backTo);
    else this.keep(submission, this.log(submission, 'protocol'));
  }

  private acknowledge(submission: Submission): void {
    const logId = this.log(submission, 'acknowledgement');
    this.keep(submission, logId);
    const { sender, items = [], leaf, envelope } = submission;
    const answers = acknowledgedDeliveries({ sender, items, leaf, signaturePath: envelope.signaturepath, logId });
    this.plan.acknowledged.push(...answers);
  }

  private ask(submission: Submission, ranges: readonly WantedRange[]): void {
    this.keep(submission, this.log(submission, 'protocol'));
    this.plan.wanted.push({ recipient: submission.sender, ranges });
  }

  private begin(submission: Submission, backTo: Date): void {
    const logId = this.log(submission, 'protocol');
    this.keep(submission, logId);
    this.plan.restored.push({ member: submission.sender, backTo, logId });
  }

  private reject({ submission, fault, isFirst }: Extract<Verdict, { outcome: 'rejected' }>): void {
    const logId = newId(this.clock);
    const verdict = rejectedVerdict(fault);
    this.plan.entries.push({ ...this.entryOf(submission), logId, kind: 'rejected', verdict });
    if (isFirst) this.plan.known.push({ submission, logId });
    const { leaf } = submission;
    this.plan.rejections.push({ submission, leaf, logId, code: fault.code, text: fault.text('en'), at: this.at });
  }

  private log(submission: Submission, kind: 'accepted' | 'acknowledgement' | 'protocol'): string {
    const logId = newId(this.clock);
    this.plan.entries.push({ ...this.entryOf(submission), logId, kind, verdict: { outcome: 'accepted' } });
    return logId;
  }

  private entryOf({ envelope, kid, admission }: Submission): Omit<LogEntry, 'logId' | 'kind' | 'verdict'> {
    const { grantVersion, schemaHash } = admission.admitted ? admission : {};
    return {
      ...presented(envelope),
      acceptedAt: this.at,
      keyId: kid,
      ...(grantVersion ? { grantVersion } : {}),
      ...(schemaHash ? { schemaHash } : {}),
    };
  }

  private keep(submission: Submission, logId: string): void {
    this.plan.known.push({ submission, logId });
    this.plan.kept.push({ submission, logId });
  }
}

function presented({
  attributes,
  signature,
  signaturepath,
}: Submission['envelope']): Pick<LogEntry, 'attributes' | 'signature' | 'signaturePath'> {
  return { attributes, signature, signaturePath: signaturepath };
}

/** One delivery per member: its inbox knows a message once, however many of its offices are addressed. */
function officesByMember(recipients: string): Map<string, string[]> {
  const offices = new Map<string, string[]>();
  for (const { member, office } of recipientsOf(recipients))
    offices.set(member, [...(offices.get(member) ?? []), office]);
  return offices;
}
