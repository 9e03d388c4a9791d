import { ApiProperty } from '@nestjs/swagger';
import { SCANNED_PAPERS } from '@lienthong/contracts';
import { CONTENT_TYPE_PATTERN, FILE_NAME_PATTERN } from '@lienthong/envelope';
import { IsIn, Matches, MaxLength } from 'class-validator';

export class ScanPlace {
  @ApiProperty({ type: String })
  @MaxLength(40)
  readonly code: string;

  @ApiProperty({ enum: SCANNED_PAPERS })
  @IsIn(SCANNED_PAPERS)
  readonly paper: string;
}

/** What the body of the request is; the bytes themselves are its body. */
export class HoldScanRequest {
  @ApiProperty({ type: String, maxLength: 200, description: 'name of the file, without a path' })
  @MaxLength(200)
  @Matches(new RegExp(FILE_NAME_PATTERN, 'u'))
  readonly name: string;

  @ApiProperty({ type: String, maxLength: 100, description: 'content type, e.g. application/pdf' })
  @MaxLength(100)
  @Matches(new RegExp(CONTENT_TYPE_PATTERN, 'u'))
  readonly contentType: string;
}
