import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Dossiers } from '../dossiers/dossier.repository';
import { acceptanceNote } from '../dossiers/dossier.response';
import { SupplementPapers } from './supplement-papers';
import { SupplementPapersRequest } from './supplement-papers.request';

/** The citizen brings papers for one branch; the owner of the chain sends them on, and that branch goes on (O §4.5). */
@ApiTags('dossiers')
@Controller('dossiers')
export class SupplementPapersController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly supplementPapers: SupplementPapers,
    private readonly clock: Clock,
  ) {}

  @Post(':code/papers')
  @Roles('desk-clerk')
  @Creates()
  @ApiBody({ schema: schemaOf(SupplementPapersRequest) as object })
  async supplement(
    @Param('code') code: string,
    @Body() request: SupplementPapersRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.dossiers.get(code);
    requireOffice(actor, dossier.office);
    this.supplementPapers.run(dossier, request, { at: this.clock.now(), by: actor.id });
    const { branch } = request;
    return { ...acceptanceNote(dossier), branch, subDossierCode: `${code}/${branch}` };
  }
}
