import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { PapersSupplementedV1 } from '@lienthong/contracts';
import { schemaOf } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Dossiers } from '../dossiers/dossier.repository';
import { acceptanceNote } from '../dossiers/dossier.response';
import { chainOf, papersBrought } from './chain.rules';
import { SupplementPapersRequest } from './supplement-papers.request';

/** The citizen brings papers for one branch; the owner of the chain sends them on, and that branch goes on (O §4.5). */
@ApiTags('dossiers')
@Controller('dossiers')
export class SupplementPapersController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Post(':code/papers')
  @Roles('desk-clerk')
  @Creates()
  @ApiBody({ schema: schemaOf(SupplementPapersRequest) as object })
  async supplement(
    @Param('code') code: string,
    @Body() request: SupplementPapersRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.dossiers.get(code);
    requireOffice(actor, dossier.office);
    const { branch, papers, note: remark } = request;
    const subDossierCode = `${code}/${branch}`;
    const act = { at: this.clock.now(), by: actor.id };
    this.dossiers.save(papersBrought(dossier, branch, act));
    this.unitOfWork.send(
      PapersSupplementedV1,
      {
        dossierCode: code,
        subDossierCode,
        suppliedAt: instantText(act.at),
        papers,
        ...(remark !== undefined && { note: remark }),
      },
      { fromOffice: dossier.office, to: [{ member: 'civil-status', office: chainOf(dossier).office }] },
    );
    return { ...acceptanceNote(dossier), branch, subDossierCode };
  }
}
