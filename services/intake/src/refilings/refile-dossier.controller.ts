import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Dossiers } from '../dossiers/dossier.repository';
import { acceptanceNote } from '../dossiers/dossier.response';
import { ReceiveDossier } from '../dossiers/receive-dossier';
import { ReceiveDossierRequest } from '../dossiers/receive-dossier.request';
import { refiled, requireRefiling } from './refiling.rules';

/** The desk files a dossier anew that was filed wrong; old and new one name each other (M06, F2). */
@ApiTags('dossiers')
@Controller('dossiers')
export class RefileDossierController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly receiveDossier: ReceiveDossier,
    private readonly clock: Clock,
  ) {}

  @Post(':code/refile')
  @Roles('desk-clerk')
  @Creates()
  @ApiBody({ schema: schemaOf(ReceiveDossierRequest) as object })
  async refile(
    @Param('code') code: string,
    @Body() request: ReceiveDossierRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const old = await this.dossiers.get(code);
    requireOffice(actor, old.office);
    requireRefiling(old, request.procedure);
    const filed = await this.receiveDossier.run(request, actor, code);
    this.dossiers.save(refiled(old, filed.code, { at: this.clock.now(), by: actor.id }));
    return { ...acceptanceNote(filed), refiledFrom: code };
  }
}
