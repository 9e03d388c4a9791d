import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { RegisterEntryEntity } from '../registers/register-entry.entity';
import { birthCertificate } from './birth-certificate.rules';
import { deathExtract } from './death-extract.rules';
import { type PdfDefinition, renderPdf } from '@lienthong/papers';

const PDF = 'application/pdf';

/** The papers of an entry as it stands now, with what was noted beside it. */
@ApiTags('registers')
@Controller()
@Roles('registrar', 'civil-leader')
export class PapersController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('births/:code/certificate.pdf')
  @ApiProduces(PDF)
  async certificate(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { birth, ...entry } = await this.entry(code, actor);
    return paper(code, birth && birthCertificate(birth, entry));
  }

  @Get('deaths/:code/extract.pdf')
  @ApiProduces(PDF)
  async extract(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const { death, ...entry } = await this.entry(code, actor);
    return paper(code, death && deathExtract(death, entry));
  }

  private async entry(code: string, actor: Actor): Promise<RegisterEntryEntity> {
    const entry = await this.unitOfWork.read(RegisterEntryEntity, code);
    if (!entry) throw persistenceErrors.NOT_FOUND({ entity: 'register_entry', key: code });
    requireOffice(actor, entry.office);
    return entry;
  }
}

async function paper(key: string, definition: PdfDefinition | undefined): Promise<StreamableFile> {
  if (!definition) throw persistenceErrors.NOT_FOUND({ entity: 'register_entry', key });
  return new StreamableFile(await renderPdf(definition), { type: PDF });
}
