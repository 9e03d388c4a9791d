import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { DossierEntity } from './dossier.entity';
import { Dossiers } from './dossier.repository';
import { acceptanceNote } from './dossier.response';
import { ForwardDossier } from './forward-dossier';

@ApiTags('dossiers')
@Controller('dossiers')
export class ForwardDossierController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly forwardDossier: ForwardDossier,
    private readonly clock: Clock,
  ) {}

  @Post(':code/forward')
  @HttpCode(200)
  @Roles('desk-clerk')
  @Decides(DossierEntity, { param: 'code' })
  async forward(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    const dossier = await this.dossiers.get(code);
    requireOffice(actor, dossier.office);
    return acceptanceNote(this.forwardDossier.run(dossier, { at: this.clock.now(), by: actor.id }));
  }
}
