import { Injectable } from '@nestjs/common';
import type { DeathRecord } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { deceasedKey, likenessKey, mayBeOne } from './entitlement.rules';
import type { Claim } from './funeral-claim.state';
import { FuneralSupportRow, likenessRowKey, supportKey } from './funeral-support.entity';

/** The rows that say whose claim holds the support of a person, in the order in which they are locked. */
export function supportKeys(death: DeathRecord): readonly [support: string, likeness: string] {
  return [supportKey(deceasedKey(death)), likenessRowKey(likenessKey(death))];
}

/** Which claim holds the one support of a deceased person, known by the number, or by name, birth and death (O §4.6). */
@Injectable()
export class HeldSupport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The dossier of another claim that holds it. */
  async otherHolder({ death, dossierCode }: Claim): Promise<string | undefined> {
    for (const key of supportKeys(death)) {
      const held = await this.unitOfWork.find(FuneralSupportRow, key);
      const isHeld = held && held.state !== 'free' && held.dossierCode !== dossierCode;
      if (isHeld && mayBeOne(held.personalIdentificationNumber, death.deceased.personalIdentificationNumber))
        return held.dossierCode;
    }
    return undefined;
  }

  /** Under the rows' locks, so that of two claims one is the first. The likeness says only whether it is held. */
  async hold(claim: Claim, state: FuneralSupportRow['state']): Promise<void> {
    const [support, likeness] = supportKeys(claim.death);
    await this.keep(support, claim, state);
    await this.keep(likeness, claim, state === 'free' ? state : 'claimed');
  }

  /** Gives up what this claim holds, if it does. */
  async release(claim: Claim): Promise<void> {
    const support = await this.unitOfWork.find(FuneralSupportRow, supportKeys(claim.death)[0]);
    if (support?.dossierCode === claim.dossierCode) await this.hold(claim, 'free');
  }

  /** The row of a likeness stays with the first of two persons who only look alike. */
  private async keep(key: string, { death, dossierCode }: Claim, state: FuneralSupportRow['state']): Promise<void> {
    const held = await this.unitOfWork.find(FuneralSupportRow, key);
    if (held && held.state !== 'free' && held.dossierCode !== dossierCode) return;
    const { personalIdentificationNumber } = death.deceased;
    this.unitOfWork.save(FuneralSupportRow, { key, dossierCode, state, personalIdentificationNumber });
  }
}
