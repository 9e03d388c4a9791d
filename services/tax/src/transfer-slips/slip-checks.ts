import { localDate } from '@lienthong/kernel';
import type { SlipFault, TransferSlipSentV2 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import type { SlipArrival } from '../assessments/assessment.rules';
import type { Assessment } from '../assessments/assessment.state';
import { LandPrice } from '../price-table/land-price.entity';
import { slipFormFaults } from './slip-form.rules';
import { placeKeysOf } from './slip-land.rules';
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
    private readonly tasks: DeskTasks,
  ) {}

  async faults(
    slip: TransferSlipSentV2,
    arrival: SlipArrival,
    earlier: Assessment | undefined,
  ): Promise<readonly SlipFault[]> {
    const { landOffice, office: taxOffice, receivedOn, declaredOn } = arrival;
    const filedOn = localDate(new Date(slip.receivedAt));
    const prices = await this.pricesOf(slip);
    return [
      ...this.signatureFaults(slip, arrival),
      ...submissionFaults(slip, earlier),
      ...slipFormFaults(slip, { landOffice, taxOffice, filedOn, completeOn: declaredOn, receivedOn }),
      ...slipPriceFaults(slip, (place) => prices.get(place)?.rows ?? [], declaredOn),
    ].slice(0, MAX_FAULTS);
  }

  /** F27: a slip that nobody has signed who may is seen to at both ends; the land office hears of it by its answer. */
  private signatureFaults(slip: TransferSlipSentV2, arrival: SlipArrival): readonly SlipFault[] {
    const faults = this.signature.faults(slip, arrival);
    const { office } = arrival;
    const { dossierCode } = slip;
    for (const { text } of faults) this.tasks.open({ kind: 'alarm', office, dossierCode, text });
    return faults;
  }

  private async pricesOf(slip: TransferSlipSentV2): Promise<ReadonlyMap<string, LandPrice>> {
    const prices = new Map<string, LandPrice>();
    for (const place of placeKeysOf(slip)) {
      const price = await this.unitOfWork.read(LandPrice, place);
      if (price) prices.set(place, price);
    }
    return prices;
  }
}
