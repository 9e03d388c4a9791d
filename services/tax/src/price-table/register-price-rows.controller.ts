import type { PriceRow } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { Roles } from '@lienthong/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LandPrice } from './land-price.entity';
import { placeKey, withPriceRow } from './land-price.rules';
import { type PriceRowRequest, RegisterPriceRowsRequest } from './register-price-rows.request';

/** Takes price decisions into the tax office's own copy of the table; repeating the same rows changes nothing. */
@Controller('price-rows')
@ApiTags('price table')
export class RegisterPriceRowsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Post()
  @HttpCode(200)
  @Roles('price-keeper')
  async register(@Body() request: RegisterPriceRowsRequest): Promise<{ readonly rows: number }> {
    const inLockOrder = [...request.rows].sort((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1));
    for (const row of inLockOrder) await this.registerRow(row);
    return { rows: request.rows.length };
  }

  private async registerRow(request: PriceRowRequest): Promise<void> {
    const { communeCode, purpose, position } = request;
    const place = placeKey(request);
    const known = await this.unitOfWork.find(LandPrice, place);
    const rows = withPriceRow(known?.rows ?? [], priceRowOf(request), place);
    if (rows !== known?.rows) this.unitOfWork.save(LandPrice, { place, communeCode, purpose, position, rows });
  }
}

function priceRowOf({ from, to, pricePerSquareMetreDong, adjustmentCoefficient, decision }: PriceRowRequest): PriceRow {
  return { from, ...(to ? { to } : {}), pricePerSquareMetreDong, adjustmentCoefficient, decision };
}
