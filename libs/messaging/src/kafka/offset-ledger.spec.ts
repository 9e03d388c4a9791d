import { type NextOffset, OffsetLedger } from './offset-ledger';

const refused = (): Promise<void> => Promise.reject(new Error('the coordinator is away'));

describe('offsets that wait to be committed', () => {
  const committed: string[] = [];
  const send = (offsets: readonly NextOffset[]): Promise<void> => {
    committed.push(...offsets.map(({ topic, partition, offset }) => `${topic}/${partition}=${offset}`));
    return Promise.resolve();
  };
  beforeEach(() => void committed.splice(0));

  it('are committed once, each as the one after the last that was processed', async () => {
    const ledger = new OffsetLedger();
    ledger.processed('tax.in', 0, '4');
    ledger.processed('tax.in', 0, '9007199254740993');
    ledger.processed('tax.in', 1, '7');
    await ledger.commit(send);
    await ledger.commit(send);
    expect(committed).toEqual(['tax.in/0=9007199254740994', 'tax.in/1=8']);
  });

  it('wait on after a refused commit, but never go back behind a later one', async () => {
    const ledger = new OffsetLedger();
    ledger.processed('tax.in', 0, '4');
    ledger.processed('tax.in', 1, '4');
    const failing = ledger.commit(refused);
    ledger.processed('tax.in', 0, '8');
    await expect(failing).rejects.toThrow('away');
    await ledger.commit(send);
    expect(committed).toEqual(['tax.in/0=9', 'tax.in/1=5']);
  });

  it('are not carried into a new generation, also not when their commit was under way', async () => {
    const ledger = new OffsetLedger();
    ledger.processed('tax.in', 0, '4');
    const failing = ledger.commit(refused);
    ledger.forget();
    await expect(failing).rejects.toThrow('away');
    ledger.processed('tax.in', 1, '1');
    ledger.forget();
    await ledger.commit(send);
    expect(committed).toEqual([]);
  });
});
