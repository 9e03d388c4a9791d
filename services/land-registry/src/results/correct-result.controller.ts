import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { landDossierView } from '../dossiers/land-dossier.response';
import { CorrectResult } from './correct-result';
import { CorrectResultRequest } from './correct-result.request';

/** The leader looks at result papers that the desk found wrong (M53). */
@ApiTags('dossiers')
@Controller('dossiers')
export class CorrectResultController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly correctResult: CorrectResult,
    private readonly clock: Clock,
  ) {}

  @Post(':code/correct-result')
  @HttpCode(200)
  @Roles('land-leader')
  @ApiBody({ schema: schemaOf(CorrectResultRequest) as object })
  async correct(
    @Param('code') code: string,
    @Body() { finding }: CorrectResultRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, code);
    requireOffice(actor, dossier.office);
    return landDossierView(await this.correctResult.run(dossier, finding, { at: this.clock.now(), by: actor.id }));
  }
}
