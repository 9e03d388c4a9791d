import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { ResultQuestionedV1 } from '@lienthong/contracts';
import { schemaOf } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Dossiers } from '../dossiers/dossier.repository';
import { acceptanceNote } from '../dossiers/dossier.response';
import { questionResult } from '../dossiers/dossier.rules';
import { QuestionResultRequest } from './question-result.request';

/** The result papers are wrong: the dossier goes back from 9 to 4, and the land office looks again (M53). */
@ApiTags('dossiers')
@Controller('dossiers')
export class QuestionResultController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Post(':code/question-result')
  @HttpCode(200)
  @Roles('desk-clerk')
  @ApiBody({ schema: schemaOf(QuestionResultRequest) as object })
  async question(
    @Param('code') code: string,
    @Body() { reason }: QuestionResultRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.dossiers.get(code);
    requireOffice(actor, dossier.office);
    const at = this.clock.now();
    const reopened = questionResult(dossier, reason, { at, by: actor.id });
    this.dossiers.save(reopened);
    const { office, landOffice = '', workMessageId } = reopened.dossier;
    this.unitOfWork.send(
      ResultQuestionedV1,
      { dossierCode: code, questionedAt: instantText(at), reason },
      {
        fromOffice: office,
        to: [{ member: 'land-registry', office: landOffice }],
        ...(workMessageId !== undefined && { causationId: workMessageId }),
      },
    );
    return acceptanceNote(reopened.dossier);
  }
}
