import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Dossiers } from '../dossiers/dossier.repository';
import { CitizenNotices } from './citizen-notices';

/** What the citizen was told of a dossier. */
@ApiTags('dossiers')
@Controller('dossiers')
export class GetCitizenNoticesController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly notices: CitizenNotices,
  ) {}

  @Get(':code/notices')
  @Roles('desk-clerk', 'agency-leader')
  async of(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<{ readonly items: readonly object[] }> {
    const dossier = await this.dossiers.read(code);
    requireOffice(actor, dossier.office);
    return { items: await this.notices.ofDossier(code) };
  }
}
