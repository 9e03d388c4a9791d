import {
  BenefitsStopRequestedV1,
  FuneralSupportRequestedV1,
  HealthCardRequestedV1,
  ResidenceDeregistrationRequestedV1,
  ResidenceRequestedV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { CivilChain } from './civil-chain.state';

/** Addresses of one branch: parent code, own code, and by when its agency is to answer. */
interface BranchAddress {
  readonly dossierCode: string;
  readonly subDossierCode: string;
  readonly dueAt: string;
}

/** A message that asks the agency of a branch. */
export interface BranchRequest {
  readonly message: new () => object;
  readonly body: object;
}

type Builder = (chain: CivilChain, address: BranchAddress) => BranchRequest | undefined;

const builders: ReadonlyMap<string, Builder> = new Map<string, Builder>([
  [messageOf(ResidenceRequestedV1).type, residence],
  [messageOf(HealthCardRequestedV1).type, healthCard],
  [messageOf(ResidenceDeregistrationRequestedV1).type, ofDeath(ResidenceDeregistrationRequestedV1)],
  [messageOf(BenefitsStopRequestedV1).type, ofDeath(BenefitsStopRequestedV1)],
  [messageOf(FuneralSupportRequestedV1).type, funeral],
]);

/** The message with which the procedure asks for a branch; nothing where the chain does not have what it is about. */
export function branchRequest(type: string, chain: CivilChain, address: BranchAddress): BranchRequest | undefined {
  return builders.get(type)?.(chain, address);
}

function residence({ birth, birthRecord }: CivilChain, address: BranchAddress): BranchRequest | undefined {
  if (!birth?.residence || !birthRecord) return undefined;
  const body: ResidenceRequestedV1 = {
    ...address,
    birth: birthRecord,
    request: birth.residence,
    ...(birth.linkedDossierCode !== undefined && { previousDossierCode: birth.linkedDossierCode }),
  };
  return { message: ResidenceRequestedV1, body };
}

function healthCard({ birth, birthRecord }: CivilChain, address: BranchAddress): BranchRequest | undefined {
  if (!birth?.healthCard || !birthRecord) return undefined;
  const body: HealthCardRequestedV1 = { ...address, birth: birthRecord, request: birth.healthCard };
  return { message: HealthCardRequestedV1, body };
}

function ofDeath(message: typeof ResidenceDeregistrationRequestedV1 | typeof BenefitsStopRequestedV1): Builder {
  return ({ deathRecord }, address) => deathRecord && { message, body: { ...address, death: deathRecord } };
}

function funeral({ death, deathRecord }: CivilChain, address: BranchAddress): BranchRequest | undefined {
  if (!death?.funeral || !deathRecord) return undefined;
  const body: FuneralSupportRequestedV1 = { ...address, death: deathRecord, claim: death.funeral };
  return { message: FuneralSupportRequestedV1, body };
}
