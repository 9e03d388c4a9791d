import { Injectable } from '@nestjs/common';
import { exportConsumer, exportRelay, Metrics } from '@lienthong/service-host';
import { DeliveryRelay } from './deliveries/delivery-relay';
import { ExchangeConsumer } from './exchange/exchange-consumer';

/** How the bus's own relay and consumer fare, under the same names as at every member. */
@Injectable()
export class BusMessagingMetrics {
  constructor(metrics: Metrics, relay: DeliveryRelay, consumer: ExchangeConsumer) {
    exportRelay(metrics, 'delivery', () => relay.state());
    exportConsumer(metrics, { state: () => consumer.state(), lag: () => consumer.lag() });
  }
}
