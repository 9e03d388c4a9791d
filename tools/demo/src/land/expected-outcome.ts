import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, ListOf, ListOfText, OneOf, Optional, Whole } from '@lienthong/envelope';

/** What one person must have to pay. */
export class ExpectedPayment {
  @OneOf(['personal-income-tax', 'registration-fee', 'late-interest'] as const)
  readonly kind: 'personal-income-tax' | 'registration-fee' | 'late-interest';

  @OneOf(['seller', 'buyer'] as const)
  readonly payer: 'seller' | 'buyer';

  @DongAmount()
  readonly amountDong: DongText;

  /** Compared on the business day only for which the expectation is written. */
  @Optional()
  @DateText()
  readonly dueDate?: string;

  /** How it stands at the end; `booked` when absent. */
  @Optional()
  @OneOf(['unpaid', 'part-paid', 'paid', 'booked', 'deferred', 'closed'] as const)
  readonly state?: 'unpaid' | 'part-paid' | 'paid' | 'booked' | 'deferred' | 'closed';
}

/** Money that must be left over (M45). */
export class ExpectedSurplus {
  @OneOf(['seller', 'buyer'] as const)
  readonly payer: 'seller' | 'buyer';

  @DongAmount()
  readonly amountDong: DongText;
}

/** What one person must be exempt from, as far as the tax office was told to exempt. */
export class ExpectedExemption {
  @OneOf(['personal-income-tax', 'registration-fee'] as const)
  readonly kind: 'personal-income-tax' | 'registration-fee';

  @OneOf(['seller', 'buyer'] as const)
  readonly payer: 'seller' | 'buyer';

  @DongAmount()
  readonly amountDong: DongText;
}

/** How a dossier must end: the command compares, and fails where anything is otherwise. */
export class ExpectedOutcome {
  /** Rows of the reference from which amounts and dates come, such as W2. */
  @ListOfText({ max: 5, maxLength: 3, pattern: '^[A-Z][0-9]{1,2}$' })
  readonly rows: readonly string[];

  /** National state of the dossier; 10 is "result returned". */
  @Whole({ min: 1, max: 10 })
  readonly state: number;

  @ListOf(() => ExpectedPayment, { min: 0, max: 100 })
  readonly payments: readonly ExpectedPayment[];

  /** Who is exempt from what, all of it; not compared when absent. */
  @Optional()
  @ListOf(() => ExpectedExemption, { max: 100 })
  readonly exemptions?: readonly ExpectedExemption[];

  /** What was paid and is not owed; none when absent. */
  @Optional()
  @ListOf(() => ExpectedSurplus, { min: 0, max: 100 })
  readonly overpaid?: readonly ExpectedSurplus[];
}
