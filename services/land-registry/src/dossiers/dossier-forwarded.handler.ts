import { Controller } from '@nestjs/common';
import { DossierForwardedV1, DossierReceivedV1, SCANNED_PAPERS } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock, instantText, localDate } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, NumberSeries, policiesOf, seriesKey } from '@lienthong/service-host';
import { landErrors } from '../land-registry.errors';
import { ParcelEntity } from '../parcels/parcel.entity';
import { parcelKey } from '../parcels/parcel.state';
import { PricePositionEntity } from '../prices/price-position.entity';
import { pricePositionKey } from '../prices/price-position.state';
import { HeldScanEntity, scanKey } from '../scans/held-scan.entity';
import { dossiersOf, linkPrevious } from '../refilings/link-previous';
import { actOf } from './act';
import { AutomaticSteps } from './automatic-steps';
import { LandDossierEntity } from './land-dossier.entity';
import { receive, toIntake } from './land-dossier.rules';
import { officePapers, RECEIPT_DIGITS } from './office-papers.data';

function booksOf(message: Received<DossierForwardedV1>): readonly string[] {
  const year = localDate(new Date(message.time)).slice(0, 4);
  const { receipt, slip, refusal } = officePapers;
  return [receipt, slip, refusal].map((paper) => seriesKey(paper, message.office, year));
}

/** M01: the dossier gets the land office's own receipt number, and is checked at once where the policy says so. */
@Controller()
export class DossierForwardedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly automatic: AutomaticSteps,
    private readonly clock: Clock,
  ) {}

  @Handles(DossierForwardedV1, {
    loads: [
      [LandDossierEntity, dossiersOf],
      [NumberSeries, (_body, message) => booksOf(message)],
      [ParcelEntity, (body) => body.parcels.map(parcelKey)],
    ],
    reads: [
      [PricePositionEntity, (body) => body.parcels.map(pricePositionKey)],
      [HeldScanEntity, (body) => SCANNED_PAPERS.map((paper) => scanKey(body.dossierCode, paper))],
      policiesOf('check', 'sign-slip'),
    ],
  })
  async handle(message: Received<DossierForwardedV1>): Promise<void> {
    const { body, office } = message;
    const { dossierCode } = body;
    const known = await this.unitOfWork.find(LandDossierEntity, dossierCode);
    if (known) throw landErrors.DOSSIER_ALREADY_KNOWN({ dossierCode, receiptNumber: known.receiptNumber });
    const act = actOf(message, this.clock.now());
    const receiptNumber = await this.books.next(officePapers.receipt, office, RECEIPT_DIGITS);
    const dossier = receive(body, { office, intakeOffice: message.senderOffice, receiptNumber }, act);
    this.unitOfWork.save(LandDossierEntity, dossier);
    await linkPrevious(this.unitOfWork, body);
    this.unitOfWork.send(
      DossierReceivedV1,
      { dossierCode, receiptNumber, receivedAt: instantText(act.at), landOffice: office },
      toIntake(dossier),
    );
    await this.automatic.afterReception(dossier, act);
  }
}
