import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { OpinionGivenV1, toRegistrar } from '@lienthong/contracts';
import { schemaOf } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, OfficerDesk, Roles, Shows } from '@lienthong/service-host';
import { residenceErrors } from '../residence.errors';
import { GiveOpinionRequest } from './give-opinion.request';
import { OpinionRow } from './opinion.entity';

/** The officer answers the question of another agency; an answer is given once. */
@ApiTags('opinions')
@Controller('opinions')
@Roles('residence-officer')
export class GiveOpinionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: OfficerDesk,
  ) {}

  @Get(':key')
  @Shows(OpinionRow, { param: 'key' })
  one(@Param('key') key: string, @CurrentActor() actor: Actor): Promise<OpinionRow> {
    return this.desk.own(OpinionRow, key, actor);
  }

  @Post(':key/give')
  @HttpCode(200)
  @Decides(OpinionRow, { param: 'key' })
  @ApiBody({ schema: schemaOf(GiveOpinionRequest) as object })
  async give(
    @Param('key') key: string,
    @Body() { opinion, text }: GiveOpinionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<OpinionRow> {
    const asked = await this.desk.own(OpinionRow, key, actor);
    if (asked.state !== 'asked')
      throw residenceErrors.STEP_NOT_ALLOWED({ key, state: asked.state, wanted: 'given', allowed: [] });
    const { at, by: givenBy } = this.desk.by(actor);
    const givenAt = instantText(at);
    const given: OpinionRow = { ...asked, state: 'given', answer: { opinion, text, givenAt, givenBy } };
    this.unitOfWork.save(OpinionRow, given);
    const { dossierCode, subDossierCode } = asked;
    this.unitOfWork.send(OpinionGivenV1, { dossierCode, subDossierCode, opinion, givenAt, text }, toRegistrar(asked));
    return given;
  }
}
