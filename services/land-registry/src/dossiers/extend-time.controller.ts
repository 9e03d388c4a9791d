import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { ProcessingExtendedV1 } from '@lienthong/contracts';
import { schemaOf } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { ExtendTimeRequest } from './extend-time.request';
import { extendTime } from './extend-time.rules';
import { LandDossierEntity } from './land-dossier.entity';
import { landDossierView } from './land-dossier.response';
import { toIntake } from './land-dossier.rules';

/** Something has to be looked into: the procedure gives so many days in all; the desk tells the citizen when to come (O §1.5). */
@ApiTags('dossiers')
@Controller('dossiers')
export class ExtendTimeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Post(':code/extend')
  @HttpCode(200)
  @Decides(LandDossierEntity, { param: 'code' })
  @Roles('land-officer')
  @ApiBody({ schema: schemaOf(ExtendTimeRequest) as object })
  async extend(
    @Param('code') code: string,
    @Body() request: ExtendTimeRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, code);
    requireOffice(actor, dossier.office);
    const at = this.clock.now();
    const longer = extendTime(dossier, request, { at, by: actor.id });
    this.unitOfWork.save(LandDossierEntity, longer);
    const told = { dossierCode: code, extendedAt: instantText(at), ...request };
    this.unitOfWork.send(ProcessingExtendedV1, told, toIntake(longer));
    return landDossierView(longer);
  }
}
