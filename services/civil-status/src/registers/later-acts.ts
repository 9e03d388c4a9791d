import { Injectable } from '@nestjs/common';
import { BirthCorrectedV1, DeathRevokedV1 } from '@lienthong/contracts';
import { type FieldFault, localDate } from '@lienthong/kernel';
import { type Recipient, UnitOfWork } from '@lienthong/persistence';
import { httpErrors } from '@lienthong/service-host';
import type { Act } from '../chains/act';
import { ChainRun } from '../chains/chain-run';
import { noted, toIntake } from '../chains/chain.rules';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import type { CivilChain } from '../chains/civil-chain.state';
import { findReceiver, officeOnDay } from '../chains/receivers.rules';
import { RootDossier } from '../chains/root-dossier';
import { civilErrors } from '../civil-status.errors';
import { ActClaims } from './act-claims';
import { correctBirth } from './correct-birth.rules';
import { decisionFaults, recordFaults } from './decision-faults.rules';
import type { CorrectBirthRequest, RevokeDeathRequest } from './later-acts.request';
import { type EntryNote, RegisterEntryEntity } from './register-entry.entity';

type Correction = Omit<BirthCorrectedV1, 'dossierCode' | 'personalIdentificationNumber'>;

/** Legal acts after the registration: each is noted beside the entry, and every agency that was asked hears of it. */
@Injectable()
export class LaterActs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly run: ChainRun,
    private readonly claims: ActClaims,
    private readonly root: RootDossier,
  ) {}

  /** No second card and no second residence: those who have the child update it (O §4.5 birth record corrected). */
  async correct(named: CivilChain, request: CorrectBirthRequest, act: Act): Promise<RegisterEntryEntity> {
    const chain = await this.ofTheEntry(named);
    const { dossierCode } = chain;
    const entry = await this.unitOfWork.get(RegisterEntryEntity, dossierCode);
    if (!entry.birth) throw civilErrors.CHAIN_OF_ANOTHER_KIND({ dossierCode, kind: 'death', wanted: 'birth' });
    const { decisionNumber, decidedOn } = request;
    const corrected = correctBirth(entry.birth, request.changes);
    requireNone([...decisionFaults('decidedOn', decidedOn, localDate(act.at)), ...recordFaults(corrected)]);
    const { birth, changes } = corrected;
    const note: EntryNote = { kind: 'corrected', decisionNumber, on: decidedOn, by: act.by, changes };
    const noting = { ...entry, birth, notes: [...entry.notes, note] };
    this.unitOfWork.save(RegisterEntryEntity, noting);
    const correction = { correctedOn: decidedOn, decisionNumber, changes, birth };
    for (const each of [chain, ...(await this.root.followers(dossierCode))]) this.tell(each, correction, act);
    return noting;
  }

  /** The entry of a follow-up is that of the first dossier. */
  private async ofTheEntry(chain: CivilChain): Promise<CivilChain> {
    const { birthRecord, firstDossierCode } = chain;
    if (!birthRecord || firstDossierCode === undefined) return chain;
    return this.unitOfWork.get(CivilChainEntity, firstDossierCode);
  }

  private tell(chain: CivilChain, correction: Correction, act: Act): void {
    const { dossierCode } = chain;
    const { birth, decisionNumber: reason } = correction;
    const told = noted({ ...chain, birthRecord: birth }, act, { what: 'birth-corrected', reason });
    this.unitOfWork.save(CivilChainEntity, told);
    const body = { dossierCode, personalIdentificationNumber: birth.personalIdentificationNumber, ...correction };
    const to = agenciesOf(chain, act.at);
    if (to.length > 0) this.unitOfWork.send(BirthCorrectedV1, body, { ...toIntake(chain), to });
  }

  /** Every recipient reverses what it did (O §4.6); what is still open stops. */
  async revoke(chain: CivilChain, request: RevokeDeathRequest, act: Act): Promise<RegisterEntryEntity> {
    const { dossierCode } = chain;
    const entry = await this.unitOfWork.get(RegisterEntryEntity, dossierCode);
    if (!entry.death) throw civilErrors.CHAIN_OF_ANOTHER_KIND({ dossierCode, kind: 'birth', wanted: 'death' });
    const known = entry.notes.find(({ kind }) => kind === 'revoked');
    if (known) throw civilErrors.ALREADY_REVOKED({ dossierCode, decisionNumber: known.decisionNumber });
    const { decisionNumber, revokedOn, reason } = request;
    requireNone(decisionFaults('revokedOn', revokedOn, localDate(act.at)));
    const note: EntryNote = { kind: 'revoked', decisionNumber, on: revokedOn, by: act.by, reason };
    const revoked = { ...entry, notes: [...entry.notes, note] };
    this.unitOfWork.save(RegisterEntryEntity, revoked);
    await this.claims.release(chain);
    const told = noted({ ...chain, reason }, act, { what: 'death-revoked', reason: decisionNumber });
    // Results that nobody has yet are taken back with the act.
    if (chain.status === 'running' || chain.status === 'concluded')
      await this.run.take(told, { kind: 'cancel', at: act.at, reason }, act, { tellAgencies: true });
    else this.unitOfWork.save(CivilChainEntity, told);
    const { to, ...from } = toIntake(chain);
    const body = { dossierCode, death: entry.death, revokedOn, decisionNumber, reason };
    this.unitOfWork.send(DeathRevokedV1, body, { ...from, to: [...to, ...agenciesToReverse(chain, act.at)] });
    return revoked;
  }
}

/**
 * Social protection asks social insurance by itself, so that it may have paid although the applicant chose no branch of it: it
 * hears of the revocation wherever funeral support was asked.
 */
function agenciesToReverse(chain: CivilChain, at: Date): readonly Recipient[] {
  const asked = agenciesOf(chain, at);
  const isTold = asked.some(({ member }) => member === 'health-insurance');
  if (isTold || chain.branches['funeral']?.askedAt === undefined) return asked;
  const insurance = findReceiver(chain, 'benefits', localDate(at));
  return insurance ? [...asked, insurance] : asked;
}

/** The agencies that were asked in this chain, at the offices that do their work now. */
function agenciesOf({ branches }: CivilChain, at: Date): readonly Recipient[] {
  const on = localDate(at);
  return Object.values(branches)
    .filter(({ askedAt }) => askedAt !== undefined)
    .map(({ member, office }) => ({ member, office: officeOnDay(member, office, on) }));
}

/** @throws http.INPUT_INVALID with every fault */
function requireNone(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw httpErrors.INPUT_INVALID({ count: faults.length }, { faults });
}
