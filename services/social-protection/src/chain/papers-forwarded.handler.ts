import { Controller } from '@nestjs/common';
import { PapersForwardedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { ClaimRow } from '../claims/claim.entity';
import { papersBrought } from '../claims/claim.rules';

/** More papers for a claim are kept with it. */
@Controller()
export class PapersForwardedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(PapersForwardedV1, { loads: [[ClaimRow, (body) => body.dossierCode]] })
  async handle({ body: { dossierCode, papers } }: Received<PapersForwardedV1>): Promise<void> {
    this.unitOfWork.save(ClaimRow, papersBrought(await this.unitOfWork.get(ClaimRow, dossierCode), papers));
  }
}
