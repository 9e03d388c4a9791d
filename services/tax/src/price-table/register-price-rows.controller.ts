import type { PriceRow } from '@lienthong/contracts';
import { Clock, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Roles } from '@lienthong/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LandPrice, type PriceEntry } from './land-price.entity';
import { placeKey, withPriceRow } from './land-price.rules';
import { type PriceRowRequest, RegisterPriceRowsRequest } from './register-price-rows.request';

/** Takes price decisions into the tax office's own copy of the table; repeating the same rows changes nothing. */
@Controller('price-rows')
@ApiTags('price table')
export class RegisterPriceRowsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Roles('price-keeper')
  async register(
    @Body() request: RegisterPriceRowsRequest,
    @CurrentActor() { id: by, office }: Actor,
  ): Promise<{ readonly rows: number }> {
    const entered = { office, by, at: instantText(this.clock.now()) };
    const inLockOrder = [...request.rows].sort((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1));
    for (const row of inLockOrder) await this.registerRow(row, entered);
    return { rows: request.rows.length };
  }

  private async registerRow(request: PriceRowRequest, entered: Omit<PriceEntry, 'from'>): Promise<void> {
    const { communeCode, purpose, position } = request;
    const place = placeKey(request);
    const known = await this.unitOfWork.find(LandPrice, place);
    const rows = withPriceRow(known?.rows ?? [], priceRowOf(request), place);
    if (rows === known?.rows) return;
    const entries = [...(known?.entries ?? []), { from: request.from, ...entered }];
    this.unitOfWork.save(LandPrice, { place, communeCode, purpose, position, rows, entries });
  }
}

function priceRowOf({ from, to, pricePerSquareMetreDong, adjustmentCoefficient, decision }: PriceRowRequest): PriceRow {
  return { from, ...(to ? { to } : {}), pricePerSquareMetreDong, adjustmentCoefficient, decision };
}
