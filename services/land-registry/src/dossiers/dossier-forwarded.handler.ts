import { Controller } from '@nestjs/common';
import { DossierForwardedV1, DossierReceivedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf } from '@lienthong/service-host';
import { landErrors } from '../land-registry.errors';
import { NumberBooks, yearOf } from '../numbers/number-books';
import { NumberSeriesEntity } from '../numbers/number-series.entity';
import { seriesKey } from '../numbers/number-series.rules';
import { ParcelEntity } from '../parcels/parcel.entity';
import { parcelKey } from '../parcels/parcel.state';
import { PricePositionEntity } from '../prices/price-position.entity';
import { pricePositionKey } from '../prices/price-position.state';
import { actOf } from './act';
import { AutomaticSteps } from './automatic-steps';
import { LandDossierEntity } from './land-dossier.entity';
import { receive, toIntake } from './land-dossier.rules';

function booksOf(message: Received<DossierForwardedV1>): readonly string[] {
  const book = { office: message.office, year: yearOf(new Date(message.time)) };
  return [seriesKey('receipt', book), seriesKey('slip', book), seriesKey('refusal', book)];
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
      [LandDossierEntity, (body) => body.dossierCode],
      [NumberSeriesEntity, (_body, message) => booksOf(message)],
      [ParcelEntity, (body) => body.parcels.map(parcelKey)],
    ],
    reads: [[PricePositionEntity, (body) => body.parcels.map(pricePositionKey)], policiesOf('check', 'sign-slip')],
  })
  async handle(message: Received<DossierForwardedV1>): Promise<void> {
    const { body, office } = message;
    const { dossierCode } = body;
    const known = await this.unitOfWork.find(LandDossierEntity, dossierCode);
    if (known) throw landErrors.DOSSIER_ALREADY_KNOWN({ dossierCode, receiptNumber: known.receiptNumber });
    const act = actOf(message, this.clock.now());
    const receiptNumber = await this.books.next('receipt', office);
    const dossier = receive(body, { office, intakeOffice: message.senderOffice, receiptNumber }, act);
    this.unitOfWork.save(LandDossierEntity, dossier);
    this.unitOfWork.send(
      DossierReceivedV1,
      { dossierCode, receiptNumber, receivedAt: instantText(act.at), landOffice: office },
      toIntake(dossier),
    );
    await this.automatic.afterReception(dossier, act);
  }
}
