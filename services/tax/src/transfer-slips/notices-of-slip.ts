import type { TransferSlipWithdrawnV1 } from '@lienthong/contracts';
import type { Assessment } from '../assessments/assessment.state';

/** A slip that the land office took back, with the assessment that stands on it. */
export interface WithdrawnSlip {
  readonly assessment: Assessment;
  readonly withdrawal: TransferSlipWithdrawnV1;
  /** Id of the message of withdrawal: the cause of all that follows. */
  readonly messageId: string;
}

/**
 * What follows for assessment and notices when the slip on which they stand is withdrawn (M15): notices that are out are
 * withdrawn (M23), their open items closed, and money that was paid is an overpayment (M45), never sent back by itself.
 */
export abstract class NoticesOfSlip {
  abstract slipWithdrawn(withdrawn: WithdrawnSlip): Promise<void>;
}
