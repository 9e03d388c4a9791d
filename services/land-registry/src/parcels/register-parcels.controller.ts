import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Roles } from '@lienthong/service-host';
import { enterRecords, type Entry, entryOf } from '../records/enter-records';
import { ParcelEntity } from './parcel.entity';
import { sameDetails, sameRecord } from './parcel.rules';
import type { RecordEntry } from './parcel.state';
import { type ParcelRecord, RegisterParcelsRequest } from './register-parcels.request';
import { newParcel, recordFaults } from './register-parcels.rules';

const DIFFERS: Entry = { rule: 'differs', message: 'thửa đất đã đăng ký với giá trị khác' };

/** Enters parcels with their certificate and owners; a record that exists is never overwritten this way. */
@ApiTags('parcels')
@Controller('parcels')
export class RegisterParcelsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Roles('land-records-keeper')
  @ApiBody({ schema: schemaOf(RegisterParcelsRequest) as object })
  async register(
    @Body() { parcels }: RegisterParcelsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ registered: number; known: number }> {
    const on = localDate(this.clock.now());
    const faults = recordFaults(parcels, on);
    const entered = entryOf(actor, this.clock.now());
    const enter = (one: ParcelRecord): Promise<Entry> => this.enter(one, entered);
    return enterRecords(actor, { field: 'parcels', records: parcels, faults, on, enter });
  }

  private async enter(record: ParcelRecord, entered: RecordEntry): Promise<Entry> {
    const parcel = newParcel(record);
    const known = await this.unitOfWork.find(ParcelEntity, parcel.key);
    if (known && !sameRecord(known, parcel)) return DIFFERS;
    if (known && (!parcel.details || sameDetails(known, parcel))) return 'known';
    // What the register did not say yet is added; what it says is never overwritten.
    if (known?.details) return DIFFERS;
    this.unitOfWork.save(ParcelEntity, known ? { ...known, details: parcel.details } : { ...parcel, entered });
    return 'added';
  }
}
