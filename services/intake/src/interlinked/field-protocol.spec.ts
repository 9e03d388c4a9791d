import type { NationalStateCode } from '@lienthong/procedures';
import { type DossierStore, FieldExchange } from './field-exchange';
import {
  fieldDate,
  fieldStatus,
  judge,
  judgePush,
  nationalState,
  polledState,
  pollGroups,
} from './field-protocol.rules';
import { LocalInterlinkedSoftware } from './local-interlinked-software';

describe('statuses of the interlinked software (O §4.2)', () => {
  it.each([
    [1, 1],
    [2, 5],
    [3, 2],
    [4, 9],
    [5, 10],
    [6, 3],
    [7, 4],
  ] as const)('%i is the national state %i, and back', (status, state) => {
    expect(nationalState(status, false)).toBe(state);
    expect(fieldStatus(state)).toBe(status);
  });

  it('6 after acceptance is a stop, never a non-acceptance (corrections 9)', () => {
    expect(nationalState(6, true)).toBe(8);
    expect(fieldStatus(8)).toBe(6);
  });

  it.each([6, 7] as const)('has none for state %i', (state) => expect(fieldStatus(state)).toBeUndefined());

  it.each([
    [1, 4],
    [2, 5],
    [3, 4],
    [4, 9],
    [6, 8],
    [5, undefined],
    [0, undefined],
  ])('a poll of the ministry that answers %i means %s', (answer, state) => expect(polledState(answer)).toBe(state));
});

describe('answers of the field (O §4.4)', () => {
  it.each([
    ['Hồ sơ đã được tiếp nhận', 'success'],
    ['Hồ sơ đã có kết quả', 'success'],
    ['Hồ sơ chưa được gửi', 'retry'],
    ['Lỗi máy chủ', 'retry'],
    ['Request timeout', 'retry'],
    ['Logic xử lý không hợp lệ', 'permanent'],
    ['nobody has seen this text', 'retry'],
  ])('%s is %s', (text, verdict) => expect(judge({ text })).toBe(verdict));

  it('with a list of bad fields is permanent, whatever the text says', () => {
    expect(judge({ text: 'Đã tiếp nhận', badFields: ['nksNgaySinh'] })).toBe('permanent');
  });

  it('are polled for three dossiers at once', () => {
    expect(pollGroups(['a', 'b', 'c', 'd'])).toEqual([['a', 'b', 'c'], ['d']]);
    expect(pollGroups([])).toEqual([]);
  });

  it.each([
    ['20.07.2026', '2026-07-20'],
    ['20/07/2026 08:30:00', '2026-07-20T08:30:00+07:00'],
    ['2026-07-20', undefined],
  ])('write dates as %s', (text, date) => expect(fieldDate(text)).toBe(date));
});

describe('a second push of a known dossier (O §4.4)', () => {
  it.each([
    [undefined, 'take'],
    [5, 'take-anew'],
    [4, 'acknowledge-only'],
    [9, 'acknowledge-only'],
  ] as const)('in state %s: %s', (state, decision) => expect(judgePush(state)).toBe(decision));
});

describe('the exchange with the interlinked software', () => {
  const storeOf = (states: Map<string, NationalStateCode>): DossierStore & { readonly kept: string[] } => ({
    kept: [],
    state: (code) => Promise.resolve(states.get(code)),
    store(code, detail, how) {
      this.kept.push(`${code} ${String(detail)} ${how}`);
      states.set(code, 1);
      return Promise.resolve();
    },
  });

  it('stores what is new, acknowledges what is known, and takes the new data of one that waits for papers', async () => {
    const states = new Map<string, NationalStateCode>([
      ['known', 4],
      ['wanted', 5],
    ]);
    const [software, store] = [new LocalInterlinkedSoftware(), storeOf(states)];
    for (const code of ['new', 'known', 'wanted']) software.push(code, 'data');
    const exchange = new FieldExchange(software);
    expect(await exchange.takeNew(store)).toEqual(
      ['new', 'known', 'wanted'].map((code) => ({ code, verdict: 'success' })),
    );
    expect(store.kept).toEqual(['new data take', 'wanted data take-anew']);
    expect(await exchange.takeNew(store)).toEqual([]);
  });

  it('lists a dossier again until it was stored and acknowledged', async () => {
    const software = new LocalInterlinkedSoftware();
    software.push('new', 'data');
    const broken: DossierStore = {
      state: () => Promise.resolve(undefined),
      store: () => Promise.reject(new Error('the database is away')),
    };
    await expect(new FieldExchange(software).takeNew(broken)).rejects.toThrow('away');
    expect(await software.listNew()).toEqual([{ code: 'new' }]);
  });

  it('tells the states that the field knows, and sends a dossier first that it does not know', async () => {
    const software = new LocalInterlinkedSoftware();
    const exchange = new FieldExchange(software);
    for (const state of [2, 4, 6, 9, 10] as const) expect(await exchange.tell('new', state)).toBe('success');
    expect(software.statusesOf('new')).toEqual([1, 3, 7, 4, 5]);
  });
});
