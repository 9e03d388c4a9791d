import { ListOf, Optional, Part, Text, Whole } from '@lienthong/envelope';
import { DOSSIER_CODE_PATTERN } from '@lienthong/kernel';
import { COMMUNE_CODE } from '../patterns';
import { BirthProof } from './birth-proof.part';
import { Child } from './child.part';
import { HealthCardRequest } from './health-card-request.part';
import { Paper } from './paper.part';
import { Parent } from './parent.part';
import { Requester } from './requester.part';
import { ResidenceRequest } from './residence-request.part';

/** One declaration for up to three procedures: birth, permanent residence, health insurance card. */
export class BirthDeclaration {
  @Text({ max: 5, pattern: COMMUNE_CODE })
  readonly registrationCommuneCode: string;

  @Part(() => BirthProof)
  readonly proof: BirthProof;

  @Part(() => Child)
  readonly child: Child;

  @Optional()
  @Part(() => Parent)
  readonly mother?: Parent;

  @Optional()
  @Part(() => Parent)
  readonly father?: Parent;

  @Part(() => Requester)
  readonly requester: Requester;

  /** Số lượng bản sao. */
  @Whole({ min: 0, max: 20 })
  readonly copies: number;

  @Optional()
  @Part(() => ResidenceRequest)
  readonly residence?: ResidenceRequest;

  @Optional()
  @Part(() => HealthCardRequest)
  readonly healthCard?: HealthCardRequest;

  @ListOf(() => Paper, { min: 0, max: 20 })
  readonly papers: readonly Paper[];

  /** An earlier chain that a new request for residence belongs to (O §4.5). */
  @Optional()
  @Text({ max: 60, pattern: DOSSIER_CODE_PATTERN })
  readonly linkedDossierCode?: string;
}
