import { Clock } from '@lienthong/kernel';
import { BY_POLICY, PayableItemPublishedV1, PayableItemPublishedV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf, StepPolicies } from '@lienthong/service-host';
import { Controller } from '@nestjs/common';
import { DebitPayer } from '../payments/debit-payer';
import { VoucherReferences } from '../payments/voucher-references';
import { PayableItem } from './payable-item.entity';
import { publish } from './payable-item.rules';

/** M31: keeps what can be paid here; under the automatic policy every item is paid by itself as it arrives. */
@Controller()
export class PayableItemPublishedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: StepPolicies,
    private readonly payer: DebitPayer,
    private readonly references: VoucherReferences,
    private readonly clock: Clock,
  ) {}

  @Handles([PayableItemPublishedV1, PayableItemPublishedV2], {
    loads: [[PayableItem, (item) => item.payableItemId]],
    reads: [policiesOf('debit', 'transfer')],
  })
  async handle({ id: messageId, office, body }: Received<PayableItemPublishedV1>): Promise<void> {
    const known = await this.unitOfWork.find(PayableItem, body.payableItemId);
    const item = publish(known, body, { messageId, office, publishedAt: this.clock.now() });
    if (item === known) return;
    this.unitOfWork.save(PayableItem, item);
    if (await this.policies.isAutomatic('debit')) await this.pay(item);
  }

  private async pay(item: PayableItem): Promise<void> {
    const made = {
      reference: await this.references.draw('electronic'),
      madeBy: BY_POLICY,
      channel: 'electronic' as const,
    };
    await this.payer.debit({ ...made, payer: { number: item.payerNumber }, items: [item] });
  }
}
