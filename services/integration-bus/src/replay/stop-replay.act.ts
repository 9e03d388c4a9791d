import { IdText } from '@lienthong/envelope';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../acts/act';
import { ActKind } from '../acts/act-kind';
import { busErrors } from '../integration-bus.errors';
import { Replays } from './replays';

export class StopReplayContent {
  @IdText() readonly replay: string;
}

@ActKind({
  name: 'stop-replay',
  effect: 'restricts',
  summary: 'Stops a replay: what was sent by then is sent, the rest is not.',
  content: StopReplayContent,
})
export class StopReplayAct implements CarriesOut<StopReplayContent> {
  constructor(private readonly replays: Replays) {}

  /** @throws integration-bus.REPLAY_UNKNOWN when none of this name runs */
  async carryOut(client: ClientBase, { replay: id }: StopReplayContent, { at }: ActInForce): Promise<undefined> {
    if (!(await this.replays.stop(client, id, at))) throw busErrors.REPLAY_UNKNOWN({ id });
    return undefined;
  }
}
