import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListRequest } from '@lienthong/service-host';
import { IsBoolean, IsIn, IsObject, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { Transform } from 'class-transformer';
import type { ActState } from './act';

const STATES: readonly ActState[] = ['proposed', 'carried-out', 'refused', 'in-force', 'confirmed', 'disputed'];

export class AskActRequest {
  @ApiProperty({ type: String, description: 'one of docs/reference/acts.md, or of `GET /acts/kinds`' })
  @IsString()
  @MaxLength(60)
  readonly kind: string;

  @ApiProperty({ type: Object, description: 'as the kind says; no personal data' })
  @IsObject()
  readonly content: object;

  @ApiProperty({ minLength: 3, maxLength: 400, description: 'stands in the log; no personal data' })
  @IsString()
  @MinLength(3)
  @MaxLength(400)
  readonly reason: string;
}

export class SettleActRequest {
  @ApiPropertyOptional({ minLength: 3, maxLength: 400, description: 'stands in the log; no personal data' })
  @IsOptional()
  @IsString()
  @MinLength(3)
  @MaxLength(400)
  readonly reason?: string;
}

export class RefuseActRequest {
  @ApiProperty({ minLength: 3, maxLength: 400, description: 'stands in the log; no personal data' })
  @IsString()
  @MinLength(3)
  @MaxLength(400)
  readonly reason: string;
}

export class ListActsRequest extends ListRequest {
  @ApiPropertyOptional({ enum: STATES })
  @IsOptional()
  @IsIn(STATES)
  readonly state?: ActState;

  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9-]{0,59}$/)
  readonly kind?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'only what waits for a second person' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly open?: boolean;
}
