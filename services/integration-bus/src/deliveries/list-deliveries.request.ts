import { ApiProperty } from '@nestjs/swagger';
import { ListRequest } from '@lienthong/service-host';
import { IsString, MaxLength } from 'class-validator';

export class ListDeliveriesRequest extends ListRequest {
  @ApiProperty({ type: String, description: 'code of the member whose open deliveries are wanted' })
  @IsString()
  @MaxLength(60)
  readonly recipient: string;
}
