import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class DiscardDeliveryRequest {
  /** Goes into the log and to the recipient: no personal data. */
  @ApiProperty({ minLength: 3, maxLength: 400, description: 'stands in the log and in the void; no personal data' })
  @IsString()
  @MinLength(3)
  @MaxLength(400)
  readonly reason: string;
}
