import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { type Actor, Creates, CurrentActor, Gathered, Roles } from '@lienthong/service-host';
import { acceptanceNote } from './dossier.response';
import { ReceiveDossier } from './receive-dossier';
import { ReceiveDossierRequest } from './receive-dossier.request';

@ApiTags('dossiers')
@Controller('dossiers')
export class ReceiveDossierController {
  constructor(private readonly receiveDossier: ReceiveDossier) {}

  @Post()
  @Roles('desk-clerk')
  @Creates()
  @Gathered()
  @ApiBody({ schema: schemaOf(ReceiveDossierRequest) as object })
  async receive(@Body() request: ReceiveDossierRequest, @CurrentActor() actor: Actor): Promise<object> {
    return acceptanceNote(await this.receiveDossier.run(request, actor));
  }
}
