import { Injectable } from '@nestjs/common';
import type { BirthDeclaration, DeathDeclaration } from '@lienthong/contracts';
import { type LocalDate, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { childKey } from '../births/child-key.rules';
import { civilErrors } from '../civil-status.errors';
import { deceasedKey } from '../deaths/death-check.rules';
import { NumberAllocationEntity } from '../population/number-allocation.entity';
import { claimKeys } from '../registers/act-claim.rules';
import { ActClaims } from '../registers/act-claims';
import type { Act } from './act';
import type { CorrectDraftRequest } from './chain-draft.request';
import { noted, requireStatus } from './chain.rules';
import { checkChain, writtenReason } from './check-chain.rules';
import { CivilChainEntity } from './civil-chain.entity';
import type { CivilChain } from './civil-chain.state';
import { outOfBounds } from './correction-bounds.rules';
import { withReceivers } from './new-chain.rules';

/** Draft and correction before signing: the declaration as it was stays in the history. */
@Injectable()
export class CorrectDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: ActClaims,
  ) {}

  async correct(chain: CivilChain, { birth, death, reason }: CorrectDraftRequest, act: Act): Promise<CivilChain> {
    requireStatus(chain, 'correct', 'received', 'drafted');
    const before = chain.birth ?? chain.death;
    if (
      !before ||
      (chain.birth !== undefined) !== (birth !== undefined) ||
      (birth === undefined) === (death === undefined)
    ) {
      throw civilErrors.DECLARATION_MISSING();
    }
    await this.requireNumberFits(chain, birth);
    const personKey = birth ? childKey(birth) : death ? deceasedKey(death.deceased) : chain.personKey;
    const changed = { ...chain, personKey, ...(birth && { birth }), ...(death && { death }) };
    const on = localDate(act.at);
    requireRegistrable(changed, before, on);
    const corrected = noted(withReceivers(changed, on), act, { what: 'corrected', reason, before });
    await this.moveClaim(chain, corrected);
    this.unitOfWork.save(CivilChainEntity, corrected);
    return corrected;
  }

  /** The person is another one now, as far as the register can tell. */
  private async moveClaim(before: CivilChain, after: CivilChain): Promise<void> {
    if (claimKeys(before).join() === claimKeys(after).join()) return;
    const { dossierCode } = after;
    const firstDossierCode = await this.claims.claim(after);
    if (firstDossierCode !== undefined) throw civilErrors.PERSON_DECLARED_ALREADY({ dossierCode, firstDossierCode });
    await this.claims.leave(before, after);
  }

  /** Sex and year of birth stand in the personal number: once there is one, they cannot be corrected in the draft. */
  private async requireNumberFits({ dossierCode }: CivilChain, birth: CorrectDraftRequest['birth']): Promise<void> {
    const person = birth && (await this.unitOfWork.read(NumberAllocationEntity, dossierCode))?.person;
    if (!person) return;
    const isSame = person.sex === birth.child.sex && person.birthDate.slice(0, 4) === birth.child.birthDate.slice(0, 4);
    if (!isSame) throw civilErrors.NUMBER_WOULD_NOT_FIT({ dossierCode });
  }
}

/** What is signed is what was checked: a correction meets the same rules as the declaration did. */
function requireRegistrable(changed: CivilChain, before: BirthDeclaration | DeathDeclaration, on: LocalDate): void {
  const { dossierCode, birth, death } = changed;
  const after = birth ?? death;
  const fields = after ? outOfBounds(before, after) : [];
  if (fields.length > 0) throw civilErrors.CORRECTION_OUT_OF_BOUNDS({ dossierCode, fields });
  const { faults } = checkChain(changed, on);
  if (faults.length > 0) throw civilErrors.CORRECTION_NOT_REGISTRABLE({ dossierCode, faults: writtenReason(faults) });
}
