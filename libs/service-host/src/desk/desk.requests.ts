import { ApiPropertyOptional } from '@nestjs/swagger';
import { OneOf, Optional, Text, Whole } from '@lienthong/envelope';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { ListRequest } from '../lists/list.request';
import { type ClaimFilter, claimFilters } from './work-list.query';
import { type TermKind, termKinds } from './desk.definition';

const PAGE_MAX = 100;
const CURSOR_MAX = 300;
const VALUE_MAX = 120;
const REASON_MAX = 500;
const DECISION_REASON_MAX = 2000;
/** Ids of persons as tokens name them. */
const PERSON = '^[A-Za-z0-9._@-]{1,100}$';
const NOT_BLANK = '^(?=.*\\S)[^\\u0000-\\u001f\\u007f]*$';

/** What of the work of an office is listed. */
export class DeskListRequest extends ListRequest {
  @ApiPropertyOptional({ enum: claimFilters, description: 'by who has claimed it' })
  @IsOptional()
  @IsIn(claimFilters)
  readonly claimed?: ClaimFilter;

  @ApiPropertyOptional({ type: Boolean, description: 'only what should have been done by now' })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly late?: 'true' | 'false';
}

/** A piece of work as the list names it. */
export class WorkNameRequest {
  @Matches(/^[a-z][a-z-]{0,60}$/)
  readonly kind: string;

  @Matches(/^[^\u0000-\u001f\u007f]{1,200}$/)
  readonly key: string;
}

/** To whom the leader gives a colleague's work, and why. */
export class ReassignRequest {
  @Text({ max: 100, pattern: PERSON })
  readonly toPerson: string;

  @Text({ max: 120, pattern: NOT_BLANK })
  readonly toName: string;

  @Text({ max: REASON_MAX, pattern: NOT_BLANK })
  readonly reason: string;
}

/** In the body, so that no name of a person stands in an address. */
export class SearchRequest {
  @OneOf(termKinds)
  readonly by: TermKind;

  @Text({ max: VALUE_MAX, pattern: NOT_BLANK })
  readonly value: string;

  @Optional()
  @Whole({ min: 1, max: PAGE_MAX })
  readonly limit?: number;

  @Optional()
  @Text({ max: CURSOR_MAX })
  readonly cursor?: string;
}

/** What an officer may say about a decision; kept in the history. */
export class DecisionReason {
  @Optional()
  @Text({ max: DECISION_REASON_MAX })
  readonly reason?: string;
}
