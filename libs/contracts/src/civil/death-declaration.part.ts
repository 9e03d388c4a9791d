import { Flag, ListOf, Optional, Part, Text, Whole } from '@lienthong/envelope';
import { COMMUNE_CODE } from '../patterns';
import { DeathProof } from './death-proof.part';
import { Deceased } from './deceased.part';
import { FuneralClaim } from './funeral-claim.part';
import { Paper } from './paper.part';
import { Requester } from './requester.part';

/** One declaration for two, three or four procedures: death, end of residence, end of benefits, funeral-cost support. */
export class DeathDeclaration {
  @Text({ max: 5, pattern: COMMUNE_CODE })
  readonly registrationCommuneCode: string;

  @Part(() => DeathProof)
  readonly proof: DeathProof;

  @Part(() => Deceased)
  readonly deceased: Deceased;

  @Part(() => Requester)
  readonly requester: Requester;

  @Whole({ min: 0, max: 20 })
  readonly copies: number;

  @Flag()
  readonly residenceWanted: boolean;

  @Flag()
  readonly benefitsWanted: boolean;

  @Optional()
  @Part(() => FuneralClaim)
  readonly funeral?: FuneralClaim;

  @ListOf(() => Paper, { min: 0, max: 20 })
  readonly papers: readonly Paper[];
}
