import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHandlings, witnessOf } from './witness';

const close =
  'with v as (select * from unnest() as v(sender, id, stream, seq, outcome)), m as (insert into inbox …) update';
const marksOf = (...numbers: readonly number[]): readonly unknown[] => [
  numbers.map(() => 'intake'),
  numbers.map((number) => `m${number}`),
  numbers.map(() => 's'),
  numbers,
  numbers.map(() => 'handled'),
];

describe('the witness of handlings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-witness-'));
  const file = join(folder, 'tax.handlings.jsonl');
  const witness = witnessOf(file);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes down what was marked, in the order of the marks, once its transaction has committed', () => {
    const [one, other] = [{}, {}];
    for (const connection of [one, other]) witness.asked(connection, 'START TRANSACTION', []);
    witness.asked(one, close, marksOf(2, 3));
    witness.asked(other, close, marksOf(1));
    expect(readHandlings(file)).toEqual([]);
    witness.answered(other, 'COMMIT');
    witness.answered(one, 'COMMIT');
    expect(readHandlings(file)).toMatchObject(
      [1, 2, 3].map((seq) => ({ sender: 'intake', id: `m${seq}`, stream: 's', seq })),
    );
  });

  it('writes nothing of a transaction that was rolled back, also by its own commit', () => {
    const before = readHandlings(file);
    const connection = {};
    witness.asked(connection, 'begin', []);
    witness.asked(connection, close, marksOf(9));
    witness.answered(connection, 'ROLLBACK');
    witness.answered(connection, 'COMMIT');
    expect(readHandlings(file)).toEqual(before);
  });
});
