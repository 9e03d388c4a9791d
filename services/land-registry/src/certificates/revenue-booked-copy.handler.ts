import { Controller } from '@nestjs/common';
import { RevenueBookedCopyV1 } from '@lienthong/contracts';
import { canonicalBytes, type Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { landErrors } from '../land-registry.errors';
import { RevenueCopyEntity } from './revenue-copy.entity';

/** M41: kept for information; a copy of a booking never settles anything here. */
@Controller()
export class RevenueBookedCopyHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(RevenueBookedCopyV1, { loads: [[RevenueCopyEntity, (body) => body.confirmationId]] })
  async handle({ body }: Received<RevenueBookedCopyV1>): Promise<void> {
    const { confirmationId, reference } = body;
    const known = await this.unitOfWork.find(RevenueCopyEntity, confirmationId);
    if (known && !canonicalBytes(known.content).equals(canonicalBytes(body))) {
      throw landErrors.REVENUE_COPY_CHANGED({ confirmationId });
    }
    const copy = { confirmationId, reference, content: body, receivedAt: this.clock.now() };
    this.unitOfWork.save(RevenueCopyEntity, copy);
  }
}
