import { Injectable, Logger } from '@nestjs/common';
import { BusMetrics } from '../bus.metrics';
import { DeliveryRelay } from '../deliveries/delivery-relay';
import { answersOf } from './answers.rules';
import { AnswerSender } from './answer-sender';
import type { ExchangedBatch } from './exchange-transaction';

/** What follows a commit: deliveries go out, senders are answered, operators are told. A crash here loses nothing. */
@Injectable()
export class CommittedBatches {
  private readonly logger = new Logger('exchange');

  constructor(
    private readonly relay: DeliveryRelay,
    private readonly answers: AnswerSender,
    private readonly metrics: BusMetrics,
  ) {}

  take(batch: ExchangedBatch): void {
    const { plan, deliveries, reopened } = batch;
    this.relay.answered(plan.acknowledged);
    this.relay.committed(deliveries);
    if (reopened > 0) this.relay.wake();
    this.answers.send(answersOf(batch, plan.rejections));
    this.metrics.observe(batch);
    this.report(batch);
  }

  private report({ verdicts, unverifiable, plan, reopened }: ExchangedBatch): void {
    for (const { recipient, ranges } of plan.wanted) {
      this.logger.warn({ recipient, ranges: ranges.length, reopened }, 'a recipient misses deliveries');
    }
    for (const { outcome, submission } of verdicts) {
      const { id, type, subject } = submission.envelope.attributes;
      const facts = { messageId: id, type, sender: submission.sender, dossierCode: subject };
      if (outcome === 'accepted') this.logger.debug(facts, 'a message was accepted');
    }
    for (const { place, fault, envelope } of unverifiable) {
      const facts = { securityEvent: true, code: fault.code, messageId: envelope?.attributes.id, ...place };
      this.logger.warn(facts, 'a record that cannot be verified was rejected');
    }
    for (const { submission, code, logId } of plan.rejections) {
      const { id, type, subject } = submission.envelope.attributes;
      const facts = { code, logId, messageId: id, type, sender: submission.sender, dossierCode: subject };
      this.logger.warn(facts, 'a message was rejected');
    }
  }
}
