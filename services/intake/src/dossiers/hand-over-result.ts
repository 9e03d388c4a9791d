import { Injectable } from '@nestjs/common';
import { ResultHandedOverV1 } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { Dossiers } from './dossier.repository';
import type { Act } from './dossier-history.rules';
import { handOver } from './dossier.rules';
import type { Dossier } from './dossier.state';

/** M52: the citizen takes the result; who brought it about learns that it may close its file. */
@Injectable()
export class HandOverResult {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
  ) {}

  run(dossier: Dossier, receiverName: string | undefined, act: Act): Dossier {
    const handedOver = handOver(dossier, receiverName, act);
    this.dossiers.save(handedOver);
    const { code, office, landOffice, chain, workMessageId } = handedOver.dossier;
    const to = [
      ...(landOffice === undefined ? [] : [{ member: 'land-registry', office: landOffice }]),
      ...(chain ? [{ member: 'civil-status', office: chain.office }] : []),
    ];
    if (to.length === 0) return handedOver.dossier;
    this.unitOfWork.send(
      ResultHandedOverV1,
      { dossierCode: code, handedOverAt: instantText(act.at), ...(receiverName !== undefined && { receiverName }) },
      {
        fromOffice: office,
        to,
        ...(workMessageId !== undefined && { causationId: workMessageId }),
      },
    );
    return handedOver.dossier;
  }
}
