import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Obligation } from '../obligations/obligation.entity';
import { taxErrors } from '../tax.errors';
import { PublishDeferred } from './publish-deferred';

/** The payer wants to pay the debt that stands on the certificate, whatever else is asked for (L10). */
@Controller('obligations')
@ApiTags('obligations')
export class PayDeferredController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deferred: PublishDeferred,
  ) {}

  @Post(':dossierCode/deferred-payment')
  @HttpCode(200)
  @Roles('tax-officer')
  @Decides(Obligation, { param: 'dossierCode' })
  async publish(
    @Param('dossierCode') dossierCode: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly dossierCode: string; readonly published: readonly string[] }> {
    const obligation = await this.unitOfWork.get(Obligation, dossierCode);
    requireOffice(actor, obligation.office);
    if (obligation.deferred.length === 0) throw taxErrors.NOTHING_DEFERRED({ dossierCode });
    return { dossierCode, published: await this.deferred.run(obligation) };
  }
}
