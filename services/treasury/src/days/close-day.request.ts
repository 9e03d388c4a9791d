import { Text } from '@lienthong/envelope';

export class ReopenDayRequest {
  @Text({ min: 10, max: 500 })
  readonly reason: string;
}
