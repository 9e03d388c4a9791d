import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles, Shows } from '@lienthong/service-host';
import { LandDossierEntity } from './land-dossier.entity';
import { landDossierView } from './land-dossier.response';

@ApiTags('dossiers')
@Controller('dossiers')
export class GetDossierController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get(':code')
  @Roles('land-officer', 'land-leader', 'agency-leader')
  @Shows(LandDossierEntity, { param: 'code' })
  async one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    const dossier = await this.unitOfWork.read(LandDossierEntity, code);
    if (!dossier) throw persistenceErrors.NOT_FOUND({ entity: 'land_dossier', key: code });
    requireOffice(actor, dossier.office);
    return landDossierView(dossier);
  }
}
