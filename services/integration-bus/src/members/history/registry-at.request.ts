import { ApiPropertyOptional } from '@nestjs/swagger';
import { ListRequest } from '@lienthong/service-host';
import { IsIn, IsOptional } from 'class-validator';
import { IsInstant, IsMemberCode } from '../acts/member.fields';
import type { RegistryTableName } from '../registry-tables';

const TABLES: readonly RegistryTableName[] = [
  ...(['grant_row', 'member', 'member_key', 'message_schema', 'office', 'operator'] as const),
];

export class RegistryAtRequest extends ListRequest {
  @ApiPropertyOptional({ type: String, format: 'date-time', description: 'default: now' })
  @IsOptional()
  @IsInstant()
  readonly instant?: string;

  @ApiPropertyOptional({ type: String, description: 'only rows about this member' })
  @IsOptional()
  @IsMemberCode()
  readonly member?: string;

  @ApiPropertyOptional({ enum: TABLES })
  @IsOptional()
  @IsIn(TABLES)
  readonly table?: RegistryTableName;
}
