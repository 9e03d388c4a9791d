import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Text } from '@lienthong/envelope';
import { IsIn, Matches } from 'class-validator';
import { ListRequest } from '../lists/list.request';

const ORDERS = ['newest', 'oldest'] as const;
const REASON_MIN = 10;
const REASON_MAX = 500;
/** One line without control characters, with ten signs that can be seen. */
const REASON = '^(?=(?:\\s*\\S){10})[^\\u0000-\\u001f\\u007f]*$';

export class ParkedListRequest extends ListRequest {
  @ApiPropertyOptional({ enum: ORDERS, default: 'newest', description: 'by the time of the first parking' })
  @IsIn(ORDERS)
  readonly order: (typeof ORDERS)[number] = 'newest';
}

/** The name of a parked message, as the list gives it. */
export class ParkedName {
  @ApiProperty({ type: String, description: 'member that sent it; - when that could not be read' })
  @Matches(/^(-|[a-z][a-z0-9-]{0,60})$/)
  readonly sender: string;

  @ApiProperty({ type: String })
  @Matches(/^[A-Za-z0-9_.-]{1,200}$/)
  readonly id: string;
}

export class DiscardRequest {
  /** Told to the bus, and to whoever asks what became of the message. */
  @Text({ min: REASON_MIN, max: REASON_MAX, pattern: REASON })
  readonly reason: string;
}
