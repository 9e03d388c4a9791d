import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { DossierEntity } from './dossier.entity';
import { Dossiers } from './dossier.repository';
import { acceptanceNote } from './dossier.response';
import { HandOverResult } from './hand-over-result';
import { HandOverResultRequest } from './hand-over-result.request';

@ApiTags('dossiers')
@Controller('dossiers')
export class HandOverResultController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly handOverResult: HandOverResult,
    private readonly clock: Clock,
  ) {}

  @Post(':code/hand-over')
  @HttpCode(200)
  @Roles('desk-clerk')
  @Decides(DossierEntity, { param: 'code' })
  @ApiBody({ schema: schemaOf(HandOverResultRequest) as object, required: false })
  async handOver(
    @Param('code') code: string,
    @Body() { receiverName }: HandOverResultRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.dossiers.get(code);
    requireOffice(actor, dossier.office);
    return acceptanceNote(this.handOverResult.run(dossier, receiverName, { at: this.clock.now(), by: actor.id }));
  }
}
