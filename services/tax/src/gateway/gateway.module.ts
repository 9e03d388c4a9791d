import { Module } from '@nestjs/common';
import { BusTaxGateway } from './bus-tax-gateway';
import { TaxGateway } from './tax-gateway';

@Module({ providers: [{ provide: TaxGateway, useClass: BusTaxGateway }], exports: [TaxGateway] })
export class GatewayModule {}
