import { Injectable } from '@nestjs/common';
import { officeFor } from '@lienthong/contracts';
import { type AppError, Clock, isAppError, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { NationalStateCode } from '@lienthong/procedures';
import type { Actor } from '@lienthong/service-host';
import { DeclareBirth } from '../civil/declare-birth';
import { SupplementPapers } from '../civil/supplement-papers';
import { Dossiers } from '../dossiers/dossier.repository';
import { declarationOf, papersOf, wireNameOf } from './field-birth.rules';
import type { DossierStore } from './field-exchange';
import { judgePush } from './field-protocol.rules';
import { InterlinkedDossierEntity } from './interlinked-dossier.entity';

const BY = 'interlinked-software';
const WANTED_AGAIN = 5;
const NOT_ACCEPTED = 3;
/** No correction of its data makes it a case of the chain: the single procedures are asked for instead. */
const NOT_OF_THE_CHAIN: ReadonlySet<string> = new Set(['under-six', 'procedure', 'follow-up']);

type Known = InterlinkedDossierEntity;
type Unsaved = Pick<Known, 'dossierCode' | 'reason' | 'badFields'> & { readonly state?: NationalStateCode };

/**
 * Makes each birth of the interlinked software a dossier of ours, once: its row is of the same transaction as the dossier. One
 * with faults is answered with them and stored nowhere; it may come again, put right, under the same code (O §4.4).
 */
@Injectable()
export class TakeBirths implements DossierStore {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
    private readonly declareBirth: DeclareBirth,
    private readonly supplement: SupplementPapers,
    private readonly clock: Clock,
  ) {}

  state(code: string): Promise<NationalStateCode | undefined> {
    return this.unitOfWork.perform(async () =>
      this.stateOf(await this.unitOfWork.read(InterlinkedDossierEntity, code)),
    );
  }

  /** Judged again under the lock of its row: another instance may have taken it meanwhile. */
  store(code: string, detail: unknown): Promise<void> {
    return this.unitOfWork.perform(async () => {
      const known = await this.unitOfWork.find(InterlinkedDossierEntity, code);
      if (judgePush(await this.stateOf(known)) === 'acknowledge-only') return;
      if (known?.dossierCode !== undefined) return this.bringPapers(known.dossierCode, detail);
      const { state, ...taken } = await this.declared(detail);
      const before = known ?? { code, states: [], told: 0, receivedAt: this.clock.now() };
      const states = state === undefined ? before.states : [...before.states, state];
      const told = taken.dossierCode === undefined ? before.told : 0;
      this.unitOfWork.save(InterlinkedDossierEntity, { ...before, ...taken, states, told });
    });
  }

  private async stateOf(known: Known | undefined): Promise<NationalStateCode | undefined> {
    if (known?.dossierCode === undefined) return known?.states.at(-1);
    return (await this.dossiers.read(known.dossierCode)).state;
  }

  private async declared(detail: unknown): Promise<Unsaved> {
    const declaration: Record<string, unknown> = { ...declarationOf(detail), channel: 'online' };
    try {
      const { dossier, isRepeated } = await this.declareBirth.run(declaration, this.deskOf(declaration));
      if (!isRepeated) return { dossierCode: dossier.code, badFields: [] };
      const reason = `Đã có hồ sơ ${dossier.code} về cùng một trẻ.`;
      return { state: NOT_ACCEPTED, reason, badFields: [] };
    } catch (error) {
      if (!isAppError(error) || !(error.kind === 'input' || error.kind === 'refusal')) throw error;
      return refused(error);
    }
  }

  /** The desk of the commune acts; where there is none the rules name the commune. */
  private deskOf({ registrationCommuneCode: commune }: Readonly<Record<string, unknown>>): Actor {
    const office =
      typeof commune === 'string' ? officeFor('intake', commune, localDate(this.clock.now()))?.id : undefined;
    return { id: BY, name: BY, member: 'intake', office: office ?? '', roles: [] };
  }

  /** New data under a code that waits for papers: what every waiting branch wanted. */
  private async bringPapers(dossierCode: string, detail: unknown): Promise<void> {
    const papers = papersOf(detail);
    let dossier = await this.dossiers.get(dossierCode);
    const waiting = (dossier.chain?.subDossiers ?? []).filter(({ state }) => state === WANTED_AGAIN);
    const brought = dossier.chain?.papersBrought ?? [];
    for (const { branch } of waiting.filter((sub) => !brought.includes(sub.branch))) {
      dossier = this.supplement.run(dossier, { branch, papers }, { at: this.clock.now(), by: BY });
    }
  }
}

function refused(error: AppError): Unsaved {
  const faults = error.faults ?? [];
  const isNone = faults.length === 0 || faults.some(({ rule }) => NOT_OF_THE_CHAIN.has(rule));
  const texts = faults.map((fault) => `${wireNameOf(fault)}: ${fault.messageVi ?? fault.message}`);
  return {
    state: isNone ? NOT_ACCEPTED : WANTED_AGAIN,
    reason: texts.length > 0 ? texts.join('; ') : error.text('vi'),
    badFields: [...new Set(faults.map(wireNameOf))],
  };
}
