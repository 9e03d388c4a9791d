import type { Clock } from '@lienthong/kernel';
import { type SavedRow, Witness } from '@lienthong/persistence';
import type { PoolClient } from 'pg';
import type { DeskDefinition, Tracked } from './desk.definition';
import { type DeskNote, noteOf } from './desk-standing';
import { writeDesk } from './desk-tables';

/** Keeps history, work list and search of an agency in the transaction that changes a row, whoever changes it. */
export class DeskWitness extends Witness {
  private readonly tracks: ReadonlyMap<SavedRow['entity'], Tracked>;

  constructor(
    definition: DeskDefinition | undefined,
    private readonly clock: Clock,
  ) {
    super();
    this.tracks = new Map(definition?.tracks.map((one) => [one.row, one]));
  }

  note(saved: SavedRow): DeskNote | undefined {
    const track = this.tracks.get(saved.entity);
    return track && noteOf(track, saved, this.clock.now());
  }

  /** Rows are written in the order of their ids: one order everywhere. */
  write(client: PoolClient, notes: readonly DeskNote[]): Promise<void> {
    const first = new Map([...notes].reverse().map((note) => [note.standing.id, note]));
    const last = [...new Map(notes.map((note) => [note.standing.id, note])).values()].sort(byId);
    return writeDesk(client, {
      lines: notes.map(({ line }) => line),
      entries: last.filter(({ waits }) => waits),
      terms: last
        .map(({ standing }) => standing)
        .filter(({ id, terms }) => first.get(id)?.termsBefore.join('\n') !== terms.join('\n')),
    });
  }
}

function byId({ standing: { id: one } }: DeskNote, { standing: { id: other } }: DeskNote): number {
  return one < other ? -1 : 1;
}
