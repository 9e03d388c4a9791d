import { DateText, Text } from '@lienthong/envelope';

export class TellDayRequest {
  @DateText()
  readonly date: string;

  @Text({ max: 4, pattern: '^[0-9]{4}$' })
  readonly treasuryCode: string;
}
