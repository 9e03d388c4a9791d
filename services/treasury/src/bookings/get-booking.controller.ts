import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Booking } from './booking.entity';

@Controller('bookings')
@ApiTags('bookings')
export class GetBookingController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get(':reference')
  @Roles('treasury-clerk', 'agency-leader')
  async get(@Param('reference') reference: string, @CurrentActor() actor: Actor): Promise<Booking> {
    const booking = await this.unitOfWork.read(Booking, reference);
    if (!booking) throw persistenceErrors.NOT_FOUND({ entity: 'booking', key: reference });
    requireOffice(actor, booking.office);
    return booking;
  }
}
