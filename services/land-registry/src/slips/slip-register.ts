import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { LandDossier, SlipDraft } from '../dossiers/land-dossier.state';
import { ParcelEntity } from '../parcels/parcel.entity';
import { parcelKey } from '../parcels/parcel.state';
import { PricePositionEntity } from '../prices/price-position.entity';
import { pricePositionKey } from '../prices/price-position.state';
import type { CheckedParcel, SlipFacts } from './slip-check.state';
import { purposesOf } from './slip-property.rules';

type Consenting = LandDossier['content'] & { readonly consents?: readonly { readonly registerNumber: string }[] };

/** What the register says about the parcels of a slip, for the check before it is signed. */
@Injectable()
export class SlipRegister {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async factsFor(slip: SlipDraft, content: Consenting): Promise<SlipFacts> {
    const parcels = new Map<string, CheckedParcel>();
    const prices = new Map<string, PricePositionEntity>();
    for (const parcel of slip.parcels) {
      const registered = await this.unitOfWork.read(ParcelEntity, parcelKey(parcel));
      if (registered) parcels.set(registered.key, registered);
      for (const { purpose } of purposesOf(parcel)) {
        const position = await this.unitOfWork.read(PricePositionEntity, pricePositionKey({ ...parcel, purpose }));
        if (position) prices.set(position.key, position);
      }
    }
    const consents = (content.consents ?? []).map(({ registerNumber }) => registerNumber);
    return { parcels, prices, consents, on: localDate(this.clock.now()) };
  }
}
