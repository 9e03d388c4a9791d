import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, ListRequest, type Page, requireOffice, Roles, Shows } from '@lienthong/service-host';
import { DossierEntity } from './dossier.entity';
import { DossierLists } from './dossier-lists.query';
import { Dossiers } from './dossier.repository';
import { dossierView } from './dossier.response';

@ApiTags('dossiers')
@Controller('dossiers')
@Roles('desk-clerk', 'agency-leader')
export class GetDossiersController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly lists: DossierLists,
  ) {}

  @Get(':code')
  @Shows(DossierEntity, { param: 'code' })
  async one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    const dossier = await this.dossiers.read(code);
    requireOffice(actor, dossier.office);
    return dossierView(dossier, await this.lists.history(code));
  }

  @Get()
  list(@Query() wanted: ListRequest, @CurrentActor() { office }: Actor): Promise<Page<object>> {
    return this.lists.ofOffice(office, wanted);
  }
}
