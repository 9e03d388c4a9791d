import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { RefilingWantedV1 } from '@lienthong/contracts';
import { schemaOf } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { landDossierView } from '../dossiers/land-dossier.response';
import { toIntake } from '../dossiers/land-dossier.rules';
import { wantRefiling } from './refiling.rules';
import { WantRefilingRequest } from './want-refiling.request';

/** The officer sees that the desk filed it wrong (M06, F2). */
@ApiTags('dossiers')
@Controller('dossiers')
export class WantRefilingController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Post(':code/want-refiling')
  @HttpCode(200)
  @Roles('land-officer')
  @ApiBody({ schema: schemaOf(WantRefilingRequest) as object })
  async want(
    @Param('code') code: string,
    @Body() request: WantRefilingRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, code);
    requireOffice(actor, dossier.office);
    const at = this.clock.now();
    const ended = wantRefiling(dossier, request, { at, by: actor.id });
    this.unitOfWork.save(LandDossierEntity, ended);
    const { receiptNumber } = dossier;
    this.unitOfWork.send(
      RefilingWantedV1,
      { dossierCode: code, receiptNumber, wantedAt: instantText(at), ...request },
      toIntake(ended),
    );
    return landDossierView(ended);
  }
}
