import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { officeFor } from '@lienthong/contracts';
import { schemaOf } from '@lienthong/envelope';
import { Clock, instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { ParcelEntity } from '../parcels/parcel.entity';
import { type Parcel, parcelKey } from '../parcels/parcel.state';
import { block, lift } from './block-order.rules';
import { EnterBlockOrderRequest, LiftBlockOrderRequest } from './block-orders.request';

/** Orders from outside that forbid changes of a parcel (ngăn chặn): entered and lifted by the keeper of the records (R5). */
@ApiTags('parcels')
@Controller('block-orders')
@Roles('land-records-keeper')
export class BlockOrdersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Creates()
  @ApiBody({ schema: schemaOf(EnterBlockOrderRequest) as object })
  async enter(@Body() request: EnterBlockOrderRequest, @CurrentActor() actor: Actor): Promise<object> {
    const { documentNumber, kind, issuedBy, issuedOn } = request;
    const parcel = await this.parcelOf(request, actor);
    const entered = { enteredBy: actor.id, enteredAt: instantText(this.clock.now()) };
    return this.save(block(parcel, { documentNumber, kind, issuedBy, issuedOn, ...entered }));
  }

  @Post('lift')
  @HttpCode(200)
  @ApiBody({ schema: schemaOf(LiftBlockOrderRequest) as object })
  async lift(@Body() request: LiftBlockOrderRequest, @CurrentActor() actor: Actor): Promise<object> {
    const parcel = await this.parcelOf(request, actor);
    const { documentNumber, liftedByDocument, liftedOn } = request;
    const by = { by: actor.id, at: instantText(this.clock.now()) };
    return this.save(lift(parcel, documentNumber, { documentNumber: liftedByDocument, on: liftedOn, ...by }));
  }

  private async parcelOf(place: EnterBlockOrderRequest | LiftBlockOrderRequest, actor: Actor): Promise<Parcel> {
    const on = localDate(this.clock.now());
    requireOffice(actor, officeFor('land-registry', place.communeCode, on)?.id ?? '');
    return this.unitOfWork.get(ParcelEntity, parcelKey(place));
  }

  private save(parcel: Parcel): object {
    this.unitOfWork.save(ParcelEntity, parcel);
    return { parcel: parcel.key, blockOrders: parcel.blockOrders };
  }
}
