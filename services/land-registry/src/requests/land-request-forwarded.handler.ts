import { Controller } from '@nestjs/common';
import { DossierReceivedV1, LandRequestForwardedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock, instantText, localDate } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, NumberSeries, policiesOf, seriesKey } from '@lienthong/service-host';
import { actOf } from '../dossiers/act';
import { AutomaticSteps } from '../dossiers/automatic-steps';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { receive, toIntake } from '../dossiers/land-dossier.rules';
import { officePapers, RECEIPT_DIGITS } from '../dossiers/office-papers.data';
import { landErrors } from '../land-registry.errors';
import { ParcelEntity } from '../parcels/parcel.entity';
import { dossiersOf, linkPrevious } from '../refilings/link-previous';
import { parcelKey } from '../parcels/parcel.state';
import { PricePositionEntity } from '../prices/price-position.entity';
import { pricePlaces } from './purpose-change.rules';
import { contentOfRequest } from './request-content.rules';
import { RequestObligation } from './request-obligation';

function booksOf(message: Received<LandRequestForwardedV1>): readonly string[] {
  const year = localDate(new Date(message.time)).slice(0, 4);
  const { receipt, refusal, register } = officePapers;
  return [receipt, refusal, register].map((paper) => seriesKey(paper, message.office, year));
}

/** M01 of a change without another owner: received, and checked and registered at once where the policies say so. */
@Controller()
export class LandRequestForwardedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly obligation: RequestObligation,
    private readonly automatic: AutomaticSteps,
    private readonly clock: Clock,
  ) {}

  @Handles(LandRequestForwardedV1, {
    loads: [
      [LandDossierEntity, dossiersOf],
      [NumberSeries, (_body, message) => booksOf(message)],
      [ParcelEntity, ({ request }) => request.parcels.map(parcelKey)],
    ],
    reads: [
      [PricePositionEntity, ({ request }) => pricePlaces(request)],
      policiesOf('check', 'sign-slip', 'sign-certificate'),
    ],
  })
  async handle(message: Received<LandRequestForwardedV1>): Promise<void> {
    const { request, ...frame } = message.body;
    const { dossierCode } = frame;
    const { office } = message;
    const known = await this.unitOfWork.find(LandDossierEntity, dossierCode);
    if (known) throw landErrors.DOSSIER_ALREADY_KNOWN({ dossierCode, receiptNumber: known.receiptNumber });
    const act = actOf(message, this.clock.now());
    const without = await this.obligation.leftOut(request, localDate(new Date(frame.completeAt)));
    const receiptNumber = await this.books.next(officePapers.receipt, office, RECEIPT_DIGITS);
    const reception = { office, intakeOffice: message.senderOffice, receiptNumber, request };
    const beginning = { events: [LandRequestForwardedV1, DossierReceivedV1], without };
    const dossier = receive(contentOfRequest(frame, request), reception, act, beginning);
    this.unitOfWork.save(LandDossierEntity, dossier);
    await linkPrevious(this.unitOfWork, frame);
    this.unitOfWork.send(
      DossierReceivedV1,
      { dossierCode, receiptNumber, receivedAt: instantText(act.at), landOffice: office },
      toIntake(dossier),
    );
    await this.automatic.afterReception(dossier, act);
  }
}
