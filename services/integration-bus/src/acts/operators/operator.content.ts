import { Matches } from 'class-validator';

export class OperatorContent {
  /** As the tokens of the province's issuer name the person. */
  @Matches(/^[a-z0-9][a-z0-9-]{0,60}$/)
  readonly person: string;
}
