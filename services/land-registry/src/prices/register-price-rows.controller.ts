import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Roles } from '@lienthong/service-host';
import { enterRecords, type Entry, entryOf } from '../records/enter-records';
import type { RecordEntry } from '../parcels/parcel.state';
import { PricePositionEntity } from './price-position.entity';
import { addRow, type RowAddition } from './price-position.rules';
import { pricePositionKey } from './price-position.state';
import { type PriceRowRecord, RegisterPriceRowsRequest } from './register-price-rows.request';
import { rowFaults } from './register-price-rows.rules';

const entries: Readonly<Record<RowAddition['kind'], Entry>> = {
  added: 'added',
  known: 'known',
  differs: { rule: 'differs', message: 'giá đã có với giá trị khác' },
  overlaps: { rule: 'overlaps', message: 'thời gian áp dụng trùng với giá đã có' },
};

/** Enters rows of the price table; rows in force are never changed, a new decision brings new rows. */
@ApiTags('price-rows')
@Controller('price-rows')
export class RegisterPriceRowsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Roles('land-records-keeper')
  @ApiBody({ schema: schemaOf(RegisterPriceRowsRequest) as object })
  async register(
    @Body() { rows }: RegisterPriceRowsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ registered: number; known: number }> {
    const on = localDate(this.clock.now());
    const faults = rowFaults(rows, on);
    const entered = entryOf(actor, this.clock.now());
    const enter = (one: PriceRowRecord): Promise<Entry> => this.enter(one, entered);
    return enterRecords(actor, { field: 'rows', records: rows, faults, on, enter });
  }

  private async enter(record: PriceRowRecord, entered: RecordEntry): Promise<Entry> {
    const { communeCode, purpose, position, ...row } = record;
    const key = pricePositionKey(record);
    const known = await this.unitOfWork.find(PricePositionEntity, key);
    const addition = addRow(known ?? { key, communeCode, purpose, position, rows: [] }, row);
    if (addition.kind === 'added') {
      const entries = [...(known?.entries ?? []), { from: row.from, ...entered }];
      this.unitOfWork.save(PricePositionEntity, { ...addition.position, entries });
    }
    return entries[addition.kind];
  }
}
