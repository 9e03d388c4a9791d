import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { OverdueReviewedV1 } from '@lienthong/contracts';
import { schemaOf } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { landErrors } from '../land-registry.errors';
import { ReviewOverdueRequest } from './review-overdue.request';
import { type OverdueReview, TaxNoteEntity } from './tax-note.entity';

const LATEST_LIST = `
  select message_id as "messageId" from tax_note where dossier_code = $1 and kind = 'overdue'
  order by told_at desc, message_id desc limit 1`;

/** The land office reviews an overdue dossier and tells the tax office what it found (M24, F25). */
@ApiTags('dossiers')
@Controller('dossiers')
export class ReviewOverdueController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Post(':code/overdue-review')
  @HttpCode(200)
  @Decides(LandDossierEntity, { param: 'code' })
  @Roles('land-officer')
  @ApiBody({ schema: schemaOf(ReviewOverdueRequest) as object })
  async review(
    @Param('code') code: string,
    @Body() { finding, reason }: ReviewOverdueRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const { office, taxOffice = '' } = await this.dossierOf(code, actor);
    const list = await this.latestList(code);
    const at = instantText(this.clock.now());
    const review: OverdueReview = { finding, reason, by: actor.id, at };
    this.unitOfWork.save(TaxNoteEntity, { ...list, review });
    const { messageId } = list;
    this.unitOfWork.send(
      OverdueReviewedV1,
      { dossierCode: code, messageId, reviewedAt: at, finding, reason },
      { fromOffice: office, to: [{ member: 'tax', office: taxOffice }], causationId: messageId },
    );
    return { dossierCode: code, messageId, review };
  }

  private async dossierOf(code: string, actor: Actor): Promise<LandDossierEntity> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, code);
    requireOffice(actor, dossier.office);
    return dossier;
  }

  private async latestList(dossierCode: string): Promise<TaxNoteEntity> {
    const [latest] = await this.unitOfWork.query<{ messageId: string }>(LATEST_LIST, [dossierCode]);
    if (!latest) throw landErrors.NO_OVERDUE_LIST({ dossierCode });
    const list = await this.unitOfWork.get(TaxNoteEntity, latest.messageId);
    if (list.review) throw landErrors.OVERDUE_REVIEWED({ dossierCode, finding: list.review.finding });
    return list;
  }
}
