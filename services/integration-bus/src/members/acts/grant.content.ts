import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional, Matches } from 'class-validator';
import { IsInstant, IsMemberCode, IsMessageType, IsWords } from './member.fields';

const MOST_RECIPIENTS = 300;
const MEMBER = /^[a-z][a-z0-9-]{1,59}$/;

export class GrantKeyContent {
  @IsMemberCode() readonly sender: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_RECIPIENTS)
  @ArrayUnique()
  @Matches(MEMBER, { each: true })
  readonly recipients: string[];

  @IsMessageType() readonly type: string;
}

export class GrantContent extends GrantKeyContent {
  /** For what the recipients may have it. */
  @IsWords(300) readonly purpose: string;
  /** The law that lets them, with article. */
  @IsWords(300) readonly legalBasis: string;
  @IsOptional() @IsInstant() readonly validFrom?: string;
  @IsOptional() @IsInstant() readonly validTo?: string;
}
