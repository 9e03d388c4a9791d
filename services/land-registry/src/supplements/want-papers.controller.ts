import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { landDossierView } from '../dossiers/land-dossier.response';
import { WantPapers } from './want-papers';
import { WantPapersRequest } from './want-papers.request';

/** Papers are missing or wrong: the officer asks for them in one letter (Mẫu 02, M04). */
@ApiTags('dossiers')
@Controller('dossiers')
export class WantPapersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly wantPapers: WantPapers,
    private readonly clock: Clock,
  ) {}

  @Post(':code/want-papers')
  @Roles('land-officer')
  @Creates()
  @ApiBody({ schema: schemaOf(WantPapersRequest) as object })
  async want(
    @Param('code') code: string,
    @Body() request: WantPapersRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, code);
    requireOffice(actor, dossier.office);
    return landDossierView(await this.wantPapers.run(dossier, request, { at: this.clock.now(), by: actor.id }));
  }
}
