import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import type { Act } from '../dossiers/land-procedure.rules';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { landDossierView } from '../dossiers/land-dossier.response';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { ReplaceSlipRequest, SlipChangesRequest } from './slip-changes.request';
import { SlipVersions } from './slip-versions';

/** The officer's work on the slip; the leader signs what comes of it, and all rules are checked then. */
@ApiTags('slips')
@Controller('dossiers')
@Roles('land-officer')
export class ChangeSlipController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: SlipVersions,
    private readonly clock: Clock,
  ) {}

  /** Completes the slip that waits for the leader: house, exemptions, wish to defer, what the papers say beyond the dossier. */
  @Put(':code/slip')
  @Decides(LandDossierEntity, { param: 'code' })
  @HttpCode(200)
  change(
    @Param('code') code: string,
    @Body() changes: SlipChangesRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return this.work(code, actor, (dossier, act) => this.versions.amend(dossier, plain(changes), act));
  }

  /** M14: draws up the next version of a slip that the tax office gave back. */
  @Post(':code/correct-slip')
  @Decides(LandDossierEntity, { param: 'code' })
  @HttpCode(200)
  correct(
    @Param('code') code: string,
    @Body() changes: SlipChangesRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return this.work(code, actor, (dossier, act) => this.versions.correct(dossier, plain(changes), act));
  }

  /** F5: draws up the next version of a slip that nobody has objected to. */
  @Post(':code/replace-slip')
  @Decides(LandDossierEntity, { param: 'code' })
  @HttpCode(200)
  replace(
    @Param('code') code: string,
    @Body() { reason, ...changes }: ReplaceSlipRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return this.work(code, actor, (dossier, act) => this.versions.replace(dossier, reason, plain(changes), act));
  }

  private async work(
    code: string,
    actor: Actor,
    how: (dossier: LandDossier, act: Act) => Promise<LandDossier>,
  ): Promise<object> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, code);
    requireOffice(actor, dossier.office);
    return landDossierView(await how(dossier, { at: this.clock.now(), by: actor.id }));
  }
}

/** The fields that the request has, as plain data: what it leaves out changes nothing. */
function plain<T extends object>(changes: T): T {
  return JSON.parse(JSON.stringify(changes)) as T;
}
