import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const PAGE_MAX = 100;
const CURSOR_MAX = 300;

/** What every list may be asked for: at most `limit` rows, those after the place of `cursor`. */
export class ListRequest {
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: PAGE_MAX, default: PAGE_MAX })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_MAX)
  readonly limit: number = PAGE_MAX;

  @ApiPropertyOptional({ type: String, description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(CURSOR_MAX)
  readonly cursor?: string;
}
