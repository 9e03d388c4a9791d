import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { accessErrors, type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { LandDossierEntity } from './land-dossier.entity';
import { landDossierView } from './land-dossier.response';
import { RejectDossier } from './reject-dossier';
import { RejectDossierRequest } from './reject-dossier.request';
import { rejecterOf } from './reject-dossier.rules';

/** The officer at the check, afterwards the leader, refuses a dossier in writing; the citizen reads why. */
@ApiTags('dossiers')
@Controller('dossiers')
export class RejectDossierController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rejectDossier: RejectDossier,
    private readonly clock: Clock,
  ) {}

  @Post(':code/reject')
  @HttpCode(200)
  @Decides(LandDossierEntity, { param: 'code' })
  @Roles('land-officer', 'land-leader')
  @ApiBody({ schema: schemaOf(RejectDossierRequest) as object })
  async reject(
    @Param('code') code: string,
    @Body() { reason }: RejectDossierRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, code);
    requireOffice(actor, dossier.office);
    const role = rejecterOf(dossier);
    if (!actor.roles.includes(role)) throw accessErrors.ROLE_NOT_ALLOWED({ allowed: [role] });
    return landDossierView(await this.rejectDossier.run(dossier, reason, { at: this.clock.now(), by: actor.id }));
  }
}
