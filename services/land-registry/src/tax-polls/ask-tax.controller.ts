import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { AskTaxState } from './ask-tax-state';

/** The officer asks the tax office at once, for example because the payer brings proof of payment (M16, M17). */
@ApiTags('dossiers')
@Controller('dossiers')
export class AskTaxController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly question: AskTaxState,
  ) {}

  @Post(':code/ask-tax')
  @HttpCode(200)
  @Roles('land-officer')
  @Decides(LandDossierEntity, { param: 'code' })
  async ask(
    @Param('code') dossierCode: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly dossierCode: string; readonly requestId: string; readonly askedAt: string }> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireOffice(actor, dossier.office);
    const { requestId, askedAt } = await this.question.askNow(dossier);
    return { dossierCode, requestId, askedAt: instantText(askedAt) };
  }
}
