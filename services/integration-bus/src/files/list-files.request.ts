import { ApiPropertyOptional } from '@nestjs/swagger';
import { ListRequest } from '@lienthong/service-host';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FileState } from './file';

const STATES = ['uploading', 'complete', 'removing', 'removed'] as const;

export class ListFilesRequest extends ListRequest {
  @ApiPropertyOptional({ type: String, description: 'code of the member that sent them' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly owner?: string;

  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  readonly state?: FileState;
}
