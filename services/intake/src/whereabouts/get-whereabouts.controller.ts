import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, type ClaimedBy, CurrentActor, holderOf, requireOffice, Roles } from '@lienthong/service-host';
import { Dossiers } from '../dossiers/dossier.repository';
import { whereabouts, type Whereabouts } from './whereabouts.rules';

/** Of any dossier of the desk: who has it, since when, whom to ask. */
@ApiTags('dossiers')
@Controller('dossiers')
export class GetWhereaboutsController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get(':code/whereabouts')
  @Roles('desk-clerk', 'agency-leader')
  async of(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Whereabouts & ClaimedBy> {
    const dossier = await this.dossiers.read(code);
    requireOffice(actor, dossier.office);
    const holder = await holderOf(this.unitOfWork, { kind: 'dossier', key: code });
    return { ...whereabouts(dossier, this.clock.now()), ...holder };
  }
}
