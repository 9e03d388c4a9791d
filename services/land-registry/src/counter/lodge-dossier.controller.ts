import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { type Actor, Creates, CurrentActor, Roles } from '@lienthong/service-host';
import { landDossierView } from '../dossiers/land-dossier.response';
import { LodgeDossier } from './lodge-dossier';
import { LodgeDossierRequest } from './lodge-dossier.request';

@ApiTags('dossiers')
@Controller('counter/dossiers')
export class LodgeDossierController {
  constructor(private readonly lodgeDossier: LodgeDossier) {}

  @Post()
  @Roles('land-officer')
  @Creates()
  @ApiBody({ schema: schemaOf(LodgeDossierRequest) as object })
  async lodge(@Body() request: LodgeDossierRequest, @CurrentActor() actor: Actor): Promise<object> {
    return landDossierView(await this.lodgeDossier.run(request, actor));
  }
}
