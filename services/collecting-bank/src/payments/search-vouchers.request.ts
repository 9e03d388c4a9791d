import { ListRequest } from '@lienthong/service-host';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';

const SUBJECTS = ['reference', 'payable-item', 'payer'] as const;

/** A reference, an ID khoản phải nộp or a payer's number, whole; never a part of one. */
export class SearchVouchersRequest extends ListRequest {
  @ApiProperty({ enum: SUBJECTS })
  @IsIn(SUBJECTS)
  readonly by: (typeof SUBJECTS)[number];

  @ApiProperty({ type: String, minLength: 3, maxLength: 32 })
  @IsString()
  @MinLength(3)
  @MaxLength(32)
  readonly value: string;
}
