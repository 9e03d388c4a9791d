import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

const MOST_MESSAGES = 500;
const LONGEST_WAIT_S = 60;
const SHORTEST_LEASE_S = 1;
const LONGEST_LEASE_S = 3_600;

export class LeaseMessagesRequest {
  @ApiProperty({ minimum: 1, maximum: MOST_MESSAGES, default: 100, required: false })
  @IsInt()
  @Min(1)
  @Max(MOST_MESSAGES)
  readonly max: number = 100;

  /** An answer without messages comes after this time at the latest. */
  @ApiProperty({ minimum: 0, maximum: LONGEST_WAIT_S, default: 0, required: false })
  @IsInt()
  @Min(0)
  @Max(LONGEST_WAIT_S)
  readonly waitSeconds: number = 0;

  /** What is not acknowledged by then is given out again. */
  @ApiProperty({ minimum: SHORTEST_LEASE_S, maximum: LONGEST_LEASE_S, default: 60, required: false })
  @IsInt()
  @Min(SHORTEST_LEASE_S)
  @Max(LONGEST_LEASE_S)
  readonly leaseSeconds: number = 60;

  /** The `leaseId` of the last answer that was read: what the bus told in it does not come again. */
  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  readonly after?: string;
}
