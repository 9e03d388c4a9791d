import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Dossiers } from '../dossiers/dossier.repository';
import { acceptanceNote } from '../dossiers/dossier.response';
import { SupplyPapers } from './supply-papers';
import { SupplyPapersRequest } from './supply-papers.request';

/** The citizen brings the papers that the land office wanted, and gets a new appointment (M05, F1). */
@ApiTags('dossiers')
@Controller('dossiers')
export class SupplyPapersController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly supplyPapers: SupplyPapers,
    private readonly clock: Clock,
  ) {}

  @Post(':code/wanted-papers')
  @Roles('desk-clerk')
  @Creates()
  @ApiBody({ schema: schemaOf(SupplyPapersRequest) as object })
  async supply(
    @Param('code') code: string,
    @Body() request: SupplyPapersRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.dossiers.get(code);
    requireOffice(actor, dossier.office);
    return acceptanceNote(this.supplyPapers.run(dossier, request, { at: this.clock.now(), by: actor.id }));
  }
}
