import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../acts/act';
import { ActKind } from '../acts/act-kind';
import { ReplayContent } from './replay.request';
import { type Begun, Replays } from './replays';

@ActKind({
  name: 'replay-deliveries',
  effect: 'permits',
  summary: 'Delivers once more what fits a filter, under the grants and the retention of today, at a limited rate.',
  content: ReplayContent,
})
export class ReplayDeliveriesAct implements CarriesOut<ReplayContent> {
  constructor(private readonly replays: Replays) {}

  carryOut(client: ClientBase, content: ReplayContent, act: ActInForce): Promise<Begun> {
    return this.replays.again(client, content, act);
  }
}
