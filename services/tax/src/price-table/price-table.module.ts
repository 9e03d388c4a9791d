import { Module } from '@nestjs/common';
import { RegisterPriceRowsController } from './register-price-rows.controller';

@Module({ controllers: [RegisterPriceRowsController] })
export class PriceTableModule {}
