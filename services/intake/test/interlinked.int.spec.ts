import { ChainProgressedV1 } from '@lienthong/contracts';
import { eventually, type TestService, withClient } from '@lienthong/testing';
import { ChainProgressedHandler } from '../src/civil-status/chain-progressed.handler';
import { InterlinkedJob } from '../src/interlinked/interlinked-job';
import { InterlinkedSoftware } from '../src/interlinked/interlinked-software';
import type { LocalInterlinkedSoftware } from '../src/interlinked/local-interlinked-software';
import { birthRequest, branches, progress } from './civil.mother';
import { deliver, startIntake } from './intake.mother';
import { fieldBirth } from './interlinked.mother';

const registrar = { sender: 'civil-status', senderOffice: 'tran-bien' };

describe('births of the national interlinked software (NĐ 63/2024)', () => {
  let service: TestService;
  let software: LocalInterlinkedSoftware;
  let births = 0;
  beforeAll(async () => {
    service = await startIntake({
      BIRTHS_FROM: 'desk-and-interlinked-software',
      INTERLINKED_EVERY_MS: '50',
      LOG_LEVEL: 'fatal',
    });
    software = service.running.app.get<unknown, LocalInterlinkedSoftware>(InterlinkedSoftware);
  });
  afterAll(() => service.stop());
  afterEach(() => jest.restoreAllMocks());

  const query = <R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> =>
    withClient(service.database.migratorUrl, async (client) => (await client.query(sql, [...values])).rows as R[]);
  /** A birth with a notification of its own. */
  const nextBirth = (change: object = {}): { code: string; detail: object; notification: string } => {
    births += 1;
    const notification = `GCS-2026-7${births}`;
    return { code: `LT-${births}`, notification, detail: { ...fieldBirth, maGCS: notification, ...change } };
  };
  const dossiersOf = (notification: string): Promise<{ code: string; channel: string }[]> =>
    query(`select code, channel from dossier where content -> 'proof' ->> 'number' = $1`, [notification]);
  const dossierOf = async (notification: string): Promise<string> =>
    eventually(async () => (await dossiersOf(notification))[0]?.code, { describe: `a dossier of ${notification}` });
  const isAcknowledged = async (code: string): Promise<boolean> =>
    !(await software.listNew()).some((listed) => listed.code === code);
  const acknowledged = (code: string): Promise<true> =>
    eventually(() => isAcknowledged(code), { describe: `${code} acknowledged` });
  const told = (code: string, ...statuses: readonly number[]): Promise<true> =>
    eventually(() => software.statusesOf(code).join() === statuses.join(), {
      describe: () => `${statuses.join()} told of ${code}, not ${software.statusesOf(code).join()}`,
    });
  const tell = (code: string, change: object): Promise<void> => {
    const body = { ...progress, dossierCode: code, ...change };
    return deliver(service, ChainProgressedHandler, { of: ChainProgressedV1, body, ...registrar });
  };
  const round = (): Promise<object> => service.running.app.get(InterlinkedJob, { strict: false }).round();

  it('becomes a dossier that goes to the registrar, and is told new, accepted and forwarded in order (O §4.2 statuses)', async () => {
    const { code, detail, notification } = nextBirth();
    software.push(code, detail);
    const dossier = await dossierOf(notification);
    expect(await dossiersOf(notification)).toMatchObject([{ channel: 'online' }]);
    const declared = await query<{ recipients: string }>(
      `select recipients from outbox where type like '%.birth-declared.v1' and subject = $1`,
      [dossier],
    );
    expect(declared).toEqual([{ recipients: 'civil-status/tran-bien' }]);
    await told(code, 1, 3, 7);
    await acknowledged(code);
  });

  it('is one dossier although it is listed again, taken by two at once, and lost its acknowledgement (O §4.4)', async () => {
    const { code, detail, notification } = nextBirth();
    const lost = jest.spyOn(software, 'acknowledge').mockRejectedValue(new Error('no answer'));
    software.push(code, detail);
    await dossierOf(notification);
    await Promise.allSettled([round(), round(), round()]);
    expect(lost).toHaveBeenCalled();
    expect(await isAcknowledged(code)).toBe(false);
    lost.mockRestore();
    await acknowledged(code);
    software.push(code, detail);
    await acknowledged(code);
    expect(await dossiersOf(notification)).toHaveLength(1);
  });

  it('is taken again when the desk died before its commit, and nothing of the first try stays', async () => {
    const { code, detail, notification } = nextBirth();
    await query(`create function die() returns trigger language plpgsql as $$ begin raise exception 'died'; end $$;
      create trigger die before insert on interlinked_dossier for each row execute function die()`);
    const asked = jest.spyOn(software, 'detail');
    software.push(code, detail);
    await eventually(() => asked.mock.calls.length > 1, { describe: 'two tries' });
    expect(await dossiersOf(notification)).toEqual([]);
    expect(await isAcknowledged(code)).toBe(false);
    await query('drop trigger die on interlinked_dossier; drop function die');
    await dossierOf(notification);
    await acknowledged(code);
    expect(await dossiersOf(notification)).toHaveLength(1);
  });

  it('with faults is answered with all of them under its own names, stored nowhere, and taken once it was put right', async () => {
    const { code, detail, notification } = nextBirth({ nksGioiTinh: 'X', meSoDDCN: '075093000003' });
    const before = await query('select 1 from dossier');
    software.push(code, detail);
    await told(code, 2);
    expect(software.toldOf(code)[0]?.badFields).toEqual(expect.arrayContaining(['nksGioiTinh', 'meSoDDCN']));
    expect(software.toldOf(code)[0]?.reason).toContain('nksGioiTinh: ');
    expect(await query('select 1 from dossier')).toHaveLength(before.length);
    const [kept] = await query<{ row: object }>(
      'select to_jsonb(d) as row from interlinked_dossier d where code = $1',
      [code],
    );
    expect(JSON.stringify(kept)).not.toContain('075093000003');
    software.push(code, { ...detail, nksGioiTinh: 'Nữ', meSoDDCN: '075195000003' });
    await dossierOf(notification);
    await told(code, 2, 1, 3, 7);
  });

  it('of a child who is six, or of a birth that has a dossier, is not accepted, and says why (O §4.5)', async () => {
    const six = nextBirth({ nksNgaySinh: '20.07.2020', ngayCapGCS: '21.07.2020' });
    software.push(six.code, six.detail);
    await told(six.code, 6);
    expect(software.toldOf(six.code)[0]?.reason).toContain('6 tuổi');
    const atTheDesk = { ...birthRequest, proof: { ...birthRequest.proof, number: 'GCS-2026-8001' } };
    const clerk = await service.as('desk-clerk');
    const { body } = await clerk.post<{ code: string }>('/dossiers/birth', atTheDesk, {
      'idempotency-key': 'field-birth-1',
    });
    const second = nextBirth({ maGCS: 'GCS-2026-8001' });
    software.push(second.code, second.detail);
    await told(second.code, 6);
    expect(software.toldOf(second.code)[0]?.reason).toContain(body.code);
    expect(await dossiersOf('GCS-2026-8001')).toHaveLength(1);
  });

  it('waits for papers, takes them from the same code again, and ends with every status told (O §4.4 state 5)', async () => {
    const { code, detail, notification } = nextBirth();
    software.push(code, detail);
    const dossier = await dossierOf(notification);
    const reason = 'Thiếu ý kiến của chủ hộ';
    await tell(dossier, { state: 5, at: '2026-08-04T08:00:00+07:00', subDossiers: branches(5, 4, { reason }) });
    await told(code, 1, 3, 7, 2);
    expect(software.toldOf(code).at(-1)).toMatchObject({ reason });
    software.push(code, { ...detail, fileDinhKem: [{ tenGiayTo: 'Ý kiến của chủ hộ' }] });
    await acknowledged(code);
    software.push(code, detail);
    await acknowledged(code);
    const papers = await query<{ body: { subDossierCode: string; papers: object[] } }>(
      `select convert_from(payload, 'utf8')::jsonb as body from outbox where type like '%.papers-supplemented.v1' and subject = $1`,
      [dossier],
    );
    expect(papers.map(({ body }) => [body.subDossierCode, body.papers])).toEqual([
      [`${dossier}/residence`, [{ kind: 'attached-paper', name: 'Ý kiến của chủ hộ' }]],
    ]);
    await tell(dossier, { state: 4, at: '2026-08-05T08:00:00+07:00', subDossiers: branches(4, 9) });
    await told(code, 1, 3, 7, 2, 7);
  });

  it('is told again until the software has answered, each status once', async () => {
    const { code, detail } = nextBirth();
    const send = jest.spyOn(software, 'sendStatus').mockResolvedValue({ text: 'Lỗi máy chủ' });
    software.push(code, detail);
    await eventually(() => send.mock.calls.filter(([of]) => of === code).length > 2, { describe: 'several tries' });
    send.mockRestore();
    await told(code, 1, 3, 7);
    await round();
    expect(software.statusesOf(code)).toEqual([1, 3, 7]);
  });
});
