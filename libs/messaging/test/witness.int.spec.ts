import { withClient } from '@lienthong/testing';
import { delivered } from './deliveries.mother';
import { Library } from './library.mother';

interface Seen {
  readonly key: string;
  readonly before?: number;
  readonly after: number;
  readonly by: string;
  readonly causationId: string;
}

describe('what a witness sees of handled messages', () => {
  let library: Library;
  beforeAll(async () => {
    library = await Library.open();
    await withClient(library.db.migratorUrl, (client) => client.query('create table seen (note jsonb not null)'));
    library.witness.isAsked = true;
  });
  afterAll(() => library.close());

  const seen = async (keys: readonly string[]): Promise<readonly Seen[]> => {
    const rows = await library.rows<{ note: Seen }>(`select note from seen where note ->> 'key' = any($1)`, [keys]);
    return rows.map(({ note }) => note);
  };

  it('is each save with the message that brought it about, its sender, and what stood before', async () => {
    const [first, second] = ['019f0000-0000-7000-8000-000000000001', '019f0000-0000-7000-8000-000000000002'];
    await library.receives(
      delivered({ book: 'seen', number: 1, pages: 10, id: first }),
      delivered({ book: 'seen', number: 2, pages: 5, id: second }),
    );
    expect(await seen(['seen'])).toEqual([
      { key: 'seen', after: 10, by: 'tax/bien-hoa', causationId: first },
      { key: 'seen', before: 10, after: 15, by: 'tax/bien-hoa', causationId: second },
    ]);
  });

  it('of what failed there is none, in a batch and alone', async () => {
    library.poison.add('fails/7');
    await library.receives(
      delivered({ book: 'fails', number: 1, pages: 7 }),
      delivered({ book: 'works', number: 1, pages: 7 }),
    );
    // a constraint of the table refuses so many pages: the batch is done again message by message
    await library.receives(
      delivered({ book: 'too-thick', number: 1, pages: 950 }),
      delivered({ book: 'works-too', number: 1, pages: 3 }),
    );
    const all = await seen(['fails', 'works', 'too-thick', 'works-too']);
    expect(all.map(({ key }) => key).sort()).toEqual(['works', 'works-too']);
  });
});
