import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, type ClaimedBy, CurrentActor, holderOf, requireOffice, Roles } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { whereabouts, type Whereabouts } from './whereabouts.rules';

/** Of any waiting dossier: who has it, since when, whom to ask. */
@ApiTags('dossiers')
@Controller('dossiers')
export class GetWhereaboutsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get(':code/whereabouts')
  @Roles('land-officer', 'land-leader', 'agency-leader')
  async of(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Whereabouts & ClaimedBy> {
    const dossier = await this.unitOfWork.read(LandDossierEntity, code);
    if (!dossier) throw persistenceErrors.NOT_FOUND({ entity: 'land_dossier', key: code });
    requireOffice(actor, dossier.office);
    const holder = await holderOf(this.unitOfWork, { kind: 'dossier', key: code });
    return { ...whereabouts(dossier, this.clock.now()), ...holder };
  }
}
