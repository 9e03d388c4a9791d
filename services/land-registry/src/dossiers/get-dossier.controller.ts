import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { instantText } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { plannedDues } from '@lienthong/procedures';
import { type Actor, CurrentActor, requireOffice, Roles, Shows } from '@lienthong/service-host';
import { LandRegistryConfig } from '../land-registry.config';
import { LandDossierEntity } from './land-dossier.entity';
import { landDossierView } from './land-dossier.response';

@ApiTags('dossiers')
@Controller('dossiers')
export class GetDossierController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: LandRegistryConfig,
  ) {}

  @Get(':code')
  @Roles('land-officer', 'land-leader', 'agency-leader')
  @Shows(LandDossierEntity, { param: 'code' })
  async one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    const dossier = await this.unitOfWork.read(LandDossierEntity, code);
    if (!dossier) throw persistenceErrors.NOT_FOUND({ entity: 'land_dossier', key: code });
    requireOffice(actor, dossier.office);
    const planned = plannedDues(dossier.instance, this.config.workPlan);
    return { ...landDossierView(dossier), planned: planned.map((one) => ({ ...one, due: instantText(one.due) })) };
  }
}
