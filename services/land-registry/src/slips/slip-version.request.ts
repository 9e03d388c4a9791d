import { IsString, Matches, MaxLength } from 'class-validator';

/** A version of a dossier's slip that was sent, by its number of submission (lần gửi). */
export class SlipVersionRequest {
  @IsString()
  @MaxLength(40)
  readonly code: string;

  @Matches(/^[1-9][0-9]?$/)
  readonly submission: string;
}
