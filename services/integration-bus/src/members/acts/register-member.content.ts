import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsUrl,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsAgencyCode } from '../agency-codes/agency-code.field';
import { IsDay, IsInstant, IsKid, IsMemberCode, IsOfficeId, IsWords } from './member.fields';

export const TRANSPORTS = ['kafka', 'pull', 'webhook'] as const;
const MOST_OFFICES = 300;
const MOST_CODES = 20;

/** An agency code with its days; `validTo` is the last one. */
export class DatedCodeContent {
  @IsAgencyCode() readonly code: string;
  @IsDay() readonly validFrom: string;
  @IsOptional() @IsDay() readonly validTo?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_CODES) @IsAgencyCode({ each: true }) readonly successors?: string[];
}

export class OfficeContent {
  @IsOfficeId() readonly id: string;
  @IsWords(200) readonly name: string;

  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @ValidateNested({ each: true })
  @Type(() => DatedCodeContent)
  readonly unitCodes: DatedCodeContent[];

  @IsDay() readonly validFrom: string;
}

export class KeyContent {
  @IsKid() readonly kid: string;
  /** The public part of an Ed25519 key, base64url of 32 bytes. */
  @Matches(/^[A-Za-z0-9_-]{43}$/) readonly x: string;
  @IsOptional() @IsInstant() readonly validFrom?: string;
  @IsOptional() @IsInstant() readonly validTo?: string;
}

export class TransportContent {
  @IsIn(TRANSPORTS) readonly transport: (typeof TRANSPORTS)[number];

  /** Of a webhook member; which addresses are allowed is judged when the bus calls it. */
  @IsOptional()
  @MaxLength(500)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true })
  readonly url?: string;
}

export class RegisterMemberContent extends TransportContent {
  @IsMemberCode() readonly member: string;
  @IsWords(200) readonly name: string;

  @IsArray()
  @ArrayMaxSize(MOST_CODES)
  @ValidateNested({ each: true })
  @Type(() => DatedCodeContent)
  readonly agencyCode: DatedCodeContent[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_OFFICES)
  @ValidateNested({ each: true })
  @Type(() => OfficeContent)
  readonly offices: OfficeContent[];

  /** Its first key; more come by `add-key`. */
  @IsOptional() @ValidateNested() @Type(() => KeyContent) readonly key?: KeyContent;
}
