import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { type Actor, Creates, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { acceptanceNote } from '../dossiers/dossier.response';
import { ReceiveLandRequest } from '../land-requests/receive-land-request';
import { ReceiveLandRequestRequest } from '../land-requests/receive-land-request.request';
import { refiled, requireRefiling } from './refiling.rules';

/** What has to be filed anew as a change without another owner; old and new dossier name each other (M06, F2). */
@ApiTags('dossiers')
@Controller('dossiers')
export class RefileLandRequestController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly receiveLandRequest: ReceiveLandRequest,
    private readonly clock: Clock,
  ) {}

  @Post(':code/refile-land-request')
  @Decides(DossierEntity, { param: 'code' })
  @Roles('desk-clerk')
  @Creates()
  @ApiBody({ schema: schemaOf(ReceiveLandRequestRequest) as object })
  async refile(
    @Param('code') code: string,
    @Body() request: ReceiveLandRequestRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const old = await this.dossiers.get(code);
    requireOffice(actor, old.office);
    requireRefiling(old, request.procedure);
    const filed = await this.receiveLandRequest.run(request, actor, code);
    this.dossiers.save(refiled(old, filed.code, { at: this.clock.now(), by: actor.id }));
    return { ...acceptanceNote(filed), refiledFrom: code };
  }
}
