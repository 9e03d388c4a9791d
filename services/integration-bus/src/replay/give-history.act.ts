import { localDate } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../acts/act';
import { ActKind } from '../acts/act-kind';
import { busErrors } from '../integration-bus.errors';
import { CurrentRegistry } from '../members/current-registry';
import { HistoryContent } from './replay.request';
import { type Begun, Replays } from './replays';

@ActKind({
  name: 'give-history',
  effect: 'permits',
  summary: 'Gives a member messages of the past that did not name it, under the grants and the retention of today.',
  content: HistoryContent,
})
export class GiveHistoryAct implements CarriesOut<HistoryContent> {
  constructor(
    private readonly replays: Replays,
    private readonly registry: CurrentRegistry,
  ) {}

  /** @throws integration-bus.OFFICE_UNKNOWN */
  async carryOut(client: ClientBase, content: HistoryContent, act: ActInForce): Promise<Begun> {
    const { recipient, office } = content;
    const isOffice = this.registry.now.hasOffice(recipient, office, localDate(act.at));
    if (!isOffice) throw busErrors.OFFICE_UNKNOWN({ address: `${recipient}/${office}` });
    return this.replays.history(client, content, act);
  }
}
