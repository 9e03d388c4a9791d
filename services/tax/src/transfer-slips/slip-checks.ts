import { localDate } from '@lienthong/kernel';
import type { SlipFault, TransferSlipSentV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import type { SlipArrival } from '../assessments/assessment.rules';
import type { Assessment } from '../assessments/assessment.state';
import { LandPrice } from '../price-table/land-price.entity';
import { placeKey } from '../price-table/land-price.rules';
import { slipFormFaults } from './slip-form.rules';
import { slipPriceFaults } from './slip-prices.rules';
import { SlipSignature } from './slip-signature';
import { submissionFaults } from './slip-submission.rules';

const MAX_FAULTS = 50;

/** All checks of a slip on receipt: signature, submission, form, price rows; every fault is listed. */
@Injectable()
export class SlipChecks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signature: SlipSignature,
  ) {}

  async faults(
    slip: TransferSlipSentV1,
    arrival: SlipArrival,
    earlier: Assessment | undefined,
  ): Promise<readonly SlipFault[]> {
    const { landOffice, office: taxOffice, receivedOn, declaredOn } = arrival;
    const filedOn = localDate(new Date(slip.receivedAt));
    const prices = await this.pricesOf(slip);
    return [
      ...this.signature.faults(slip, landOffice),
      ...submissionFaults(slip, earlier),
      ...slipFormFaults(slip, { landOffice, taxOffice, filedOn, completeOn: declaredOn, receivedOn }),
      ...slipPriceFaults(slip, (place) => prices.get(place)?.rows ?? [], declaredOn),
    ].slice(0, MAX_FAULTS);
  }

  private async pricesOf(slip: TransferSlipSentV1): Promise<ReadonlyMap<string, LandPrice>> {
    const prices = new Map<string, LandPrice>();
    for (const place of slip.parcels.map(placeKey)) {
      const price = await this.unitOfWork.read(LandPrice, place);
      if (price) prices.set(place, price);
    }
    return prices;
  }
}
