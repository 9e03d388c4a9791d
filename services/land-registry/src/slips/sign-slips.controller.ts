import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type AppError, Clock, type FieldFault, isAppError } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import {
  type Actor,
  CurrentActor,
  DecidesEach,
  DecisionGate,
  requireAnotherPerson,
  requireOffice,
  Roles,
} from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { SignSlip } from './sign-slip';
import { SignSlipsRequest, type SlipToSign } from './slip-changes.request';

/** What became of one slip of many. */
export type SigningRow =
  | { readonly dossierCode: string; readonly outcome: 'signed'; readonly slipNumber: string }
  | {
      readonly dossierCode: string;
      readonly outcome: 'refused';
      readonly code: string;
      readonly detail: string;
      readonly faults?: readonly FieldFault[];
    };

@ApiTags('slips')
@Controller('slips')
export class SignSlipsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signSlip: SignSlip,
    private readonly gate: DecisionGate,
    private readonly clock: Clock,
  ) {}

  /** Signs many slips at once as they were looked at; each is answered by itself, and one that is refused holds up no other. */
  @Post('sign')
  @HttpCode(200)
  @Roles('land-leader')
  @DecidesEach()
  async sign(
    @Body() { slips }: SignSlipsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly results: readonly SigningRow[] }> {
    const rows = new Map<string, SigningRow>();
    // One order everywhere, so that two leaders never wait for each other's dossiers.
    const inOrder = [...new Map(slips.map((slip) => [slip.dossierCode, slip])).values()].sort(byCode);
    for (const slip of inOrder) rows.set(slip.dossierCode, await this.signOne(slip, actor));
    return { results: slips.flatMap(({ dossierCode }) => rows.get(dossierCode) ?? []) };
  }

  private async signOne({ dossierCode, etag }: SlipToSign, actor: Actor): Promise<SigningRow> {
    try {
      await this.gate.pass(LandDossierEntity, dossierCode, { etag, actor });
      const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
      requireOffice(actor, dossier.office);
      requireAnotherPerson(actor, dossier.checkedBy);
      const { slip } = await this.signSlip.run(dossier, actor.id, { at: this.clock.now(), by: actor.id });
      return { dossierCode, outcome: 'signed', slipNumber: slip?.slipNumber ?? '' };
    } catch (error) {
      if (!isAppError(error) || !isAnswer(error)) throw error;
      const { code, faults } = error;
      return { dossierCode, outcome: 'refused', code, detail: error.text('vi'), ...(faults && { faults }) };
    }
  }
}

function byCode({ dossierCode: one }: SlipToSign, { dossierCode: other }: SlipToSign): number {
  return one < other ? -1 : 1;
}

/** What a rule says is an answer; a database that is away or a bug concerns the whole request. */
function isAnswer({ kind }: AppError): boolean {
  return kind === 'refusal' || kind === 'access' || kind === 'input';
}
