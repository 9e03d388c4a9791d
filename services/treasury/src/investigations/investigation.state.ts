import type { LocalDate } from '@lienthong/kernel';
import type { CorrectedLine, PaymentFault } from '@lienthong/contracts';

/** What the tax office asked (C1-07). */
export interface CorrectionRequest {
  readonly messageId: string;
  readonly requestedOn: LocalDate;
  readonly answerBy: LocalDate;
  readonly finding: 'wrong' | 'right';
  readonly lines: readonly CorrectedLine[];
  readonly explanation: string;
}

export interface InvestigationAnswer {
  readonly outcome: 'done' | 'refused';
  readonly answeredOn: LocalDate;
  readonly by: string;
  readonly reason?: string;
}

/** A payment investigation (tra soát, M46): opened, asked by the tax office, answered; nothing of it is overwritten. */
export interface Investigation {
  readonly id: string;
  readonly reference: string;
  readonly office: string;
  readonly openedBy: 'treasury' | 'tax';
  readonly openedOn: LocalDate;
  readonly openedAt: Date;
  readonly faults: readonly PaymentFault[];
  readonly taxOffice: string;
  readonly requestBy: LocalDate;
  readonly answerBy: LocalDate;
  readonly state: 'open' | 'requested' | 'answered';
  readonly request?: CorrectionRequest;
  readonly answer?: InvestigationAnswer;
}
