import { DateText, Personal, PersonalNumber } from '@lienthong/envelope';

/** A funeral allowance that was paid. */
export class PayAllowanceRequest {
  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber: string;

  /** Of the deceased: its reference wage counts. */
  @DateText()
  readonly diedOn: string;
}
