import { DateText } from '@lienthong/envelope';
import { ApiProperty } from '@nestjs/swagger';

export class StatementRequest {
  @ApiProperty({ type: String, format: 'date' })
  @DateText()
  readonly from: string;

  @ApiProperty({ type: String, format: 'date' })
  @DateText()
  readonly to: string;
}
