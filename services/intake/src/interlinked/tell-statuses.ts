import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { NationalStateCode } from '@lienthong/procedures';
import { DeskTasks } from '@lienthong/service-host';
import { Dossiers } from '../dossiers/dossier.repository';
import type { Dossier } from '../dossiers/dossier.state';
import { FieldExchange } from './field-exchange';
import type { ToldStatus } from './interlinked-software';
import { InterlinkedDossierEntity } from './interlinked-dossier.entity';

const AT_ONCE = 100;
const WANTED_AGAIN = 5;
const ENDED: ReadonlySet<number> = new Set([3, 8, 10]);
const UNTOLD = `
select i.code from interlinked_dossier i left join dossier d on d.code = i.dossier_code
 where i.closed_at is null and jsonb_array_length(coalesce(d.states, i.states)) > i.told
 order by i.code limit $1`;

/** Tells the interlinked software every state of its dossiers, in order: again until it has answered. */
@Injectable()
export class TellStatuses {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
    private readonly exchange: FieldExchange,
    private readonly tasks: DeskTasks,
    private readonly clock: Clock,
  ) {}

  /** @throws what keeps the software from being reached; what was told by then stays told */
  async round(): Promise<void> {
    const untold = await this.unitOfWork.perform(() => this.unitOfWork.query<{ code: string }>(UNTOLD, [AT_ONCE]));
    for (const { code } of untold) await this.tellAll(code);
  }

  private async tellAll(code: string): Promise<void> {
    for (;;) {
      const { known, dossier } = await this.unitOfWork.perform(() => this.seen(code));
      const states = dossier?.states ?? known.states;
      const state = states[known.told];
      if (state === undefined) return;
      const why = dossier ? whyOf(dossier, state) : whyNot(known);
      const verdict = await this.exchange.tell(code, state, why);
      if (verdict === 'retry') return;
      const isLast = known.told + 1 === states.length;
      await this.unitOfWork.perform(() => this.told(known, { dossier, isRefused: verdict === 'permanent', isLast }));
    }
  }

  private async seen(code: string): Promise<{ known: InterlinkedDossierEntity; dossier: Dossier | undefined }> {
    const known = await this.unitOfWork.get(InterlinkedDossierEntity, code);
    const { dossierCode } = known;
    return { known, dossier: dossierCode === undefined ? undefined : await this.dossiers.read(dossierCode) };
  }

  /** Another instance may have told the same meanwhile: it counts once. */
  private async told(
    { code, told, states }: InterlinkedDossierEntity,
    now: { readonly dossier: Dossier | undefined; readonly isRefused: boolean; readonly isLast: boolean },
  ): Promise<void> {
    const known = await this.unitOfWork.get(InterlinkedDossierEntity, code);
    if (known.told !== told || known.dossierCode !== now.dossier?.code) return;
    const state = (now.dossier?.states ?? states)[told];
    const isClosed = now.isLast && state !== undefined && ENDED.has(state);
    const counted = { ...known, told: told + 1, ...(isClosed && { closedAt: this.clock.now() }) };
    this.unitOfWork.save(InterlinkedDossierEntity, counted);
    if (!now.isRefused || !now.dossier) return;
    const { office, code: dossierCode } = now.dossier;
    const text = `Phần mềm liên thông không nhận trạng thái ${state} của hồ sơ ${code}.`;
    this.tasks.open({ kind: 'officer-task', office, dossierCode, text });
  }
}

function whyNot({ reason, badFields }: InterlinkedDossierEntity): Omit<ToldStatus, 'status'> {
  return { ...(reason !== undefined && { reason }), ...(badFields.length > 0 && { badFields }) };
}

/** Which papers are wanted, or why it ended without its result. */
function whyOf({ chain, outcome }: Dossier, state: NationalStateCode): Omit<ToldStatus, 'status'> {
  const wanted = chain?.subDossiers.find((sub) => sub.state === WANTED_AGAIN)?.reason;
  const reason = state === WANTED_AGAIN ? wanted : ENDED.has(state) ? outcome?.reason : undefined;
  return reason === undefined ? {} : { reason };
}
