import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../acts/act';
import { ActKind } from '../acts/act-kind';
import { HistoryContent } from './replay.request';
import { type Begun, Replays } from './replays';

@ActKind({
  name: 'give-history',
  effect: 'permits',
  summary: 'Gives a member messages of the past that did not name it, under the grants and the retention of today.',
  content: HistoryContent,
})
export class GiveHistoryAct implements CarriesOut<HistoryContent> {
  constructor(private readonly replays: Replays) {}

  carryOut(client: ClientBase, content: HistoryContent, act: ActInForce): Promise<Begun> {
    return this.replays.history(client, content, act);
  }
}
