import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { LandDossier, SlipDraft } from '../dossiers/land-dossier.state';
import { EncumbranceCheck } from '../encumbrances/encumbrance-check';
import { ParcelEntity } from '../parcels/parcel.entity';
import { parcelKey } from '../parcels/parcel.state';
import { PricePositionEntity } from '../prices/price-position.entity';
import { pricePositionKey } from '../prices/price-position.state';
import type { SlipFacts } from './slip-check.state';
import { pricedPlaces } from './slip-property.rules';

/** What the register says about the parcels of a slip, for the check before it is signed. */
@Injectable()
export class SlipRegister {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly encumbrances: EncumbranceCheck,
    private readonly clock: Clock,
  ) {}

  async factsFor(slip: SlipDraft, dossier: Pick<LandDossier, 'content'>): Promise<SlipFacts> {
    const parcels = new Map<string, ParcelEntity>();
    const prices = new Map<string, PricePositionEntity>();
    for (const parcel of slip.parcels) {
      const registered = await this.unitOfWork.read(ParcelEntity, parcelKey(parcel));
      if (registered) parcels.set(registered.key, registered);
      for (const { purpose, position } of pricedPlaces(parcel)) {
        const key = pricePositionKey({ ...parcel, purpose, position });
        const priced = await this.unitOfWork.read(PricePositionEntity, key);
        if (priced) prices.set(priced.key, priced);
      }
    }
    const { consents = [], buyers: filedBuyers } = dossier.content;
    const releasedTogether = await this.encumbrances.releasedTogether(dossier);
    return { parcels, prices, filedBuyers, consents, releasedTogether, on: localDate(this.clock.now()) };
  }
}
