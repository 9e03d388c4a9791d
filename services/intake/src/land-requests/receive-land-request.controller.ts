import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { type Actor, Creates, CurrentActor, Gathered, Roles } from '@lienthong/service-host';
import { acceptanceNote } from '../dossiers/dossier.response';
import { ReceiveLandRequest } from './receive-land-request';
import { ReceiveLandRequestRequest } from './receive-land-request.request';

@ApiTags('dossiers')
@Controller('land-requests')
export class ReceiveLandRequestController {
  constructor(private readonly receiveLandRequest: ReceiveLandRequest) {}

  @Post()
  @Roles('desk-clerk')
  @Creates()
  @Gathered()
  @ApiBody({ schema: schemaOf(ReceiveLandRequestRequest) as object })
  async receive(@Body() request: ReceiveLandRequestRequest, @CurrentActor() actor: Actor): Promise<object> {
    return acceptanceNote(await this.receiveLandRequest.run(request, actor));
  }
}
