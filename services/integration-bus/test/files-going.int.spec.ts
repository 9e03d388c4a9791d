import { Clock } from '@lienthong/kernel';
import { FileRemoval } from '../src/files/file-removal';
import { PartitionKeeper } from '../src/log/partition-keeper';
import { PART } from './files.mother';
import { codeOf, FilesStage, pdf } from './files-stage.mother';

const DEFAULT_KEPT_DAYS = 1_825;

/** The scanned contract that another agency holds (L §4.3 M18). */
describe('a file that a message names', () => {
  let files: FilesStage;
  beforeAll(async () => {
    files = await FilesStage.open();
  });
  afterAll(() => files.close());

  describe('goes', () => {
    /** Nobody has touched it for so much longer. */
    const rests = async (fileId: string, hours: number): Promise<void> => {
      const sql = 'update file set touched_at = touched_at - make_interval(hours => $2) where file_id = $1';
      await files.bus.rows(sql, [fileId, hours]);
      await files.bus.running.app.get(FileRemoval).sweep();
    };
    const stateOf = async (fileId: string): Promise<object[]> =>
      files.bus.rows('select state, removed_why from file where file_id = $1', [fileId]);

    it('with the payload of the last message that names it, and the log tells why', async () => {
      const file = await files.land.upload(await files.scans.pdf(100));
      const dossiers = [await files.land.sends(file, 'tax'), await files.land.sends(file, 'tax')];
      const erase = (dossierCode: string | undefined): Promise<object[]> =>
        files.bus.rows('delete from payload p using log_entry e where e.log_id = p.log_id and e.subject = $1', [
          dossierCode,
        ]);
      await erase(dossiers[0]);
      await rests(file.fileId, 24 * 400);
      expect(await stateOf(file.fileId)).toEqual([{ state: 'complete', removed_why: null }]);
      await erase(dossiers[1]);
      await rests(file.fileId, 1);
      expect(await stateOf(file.fileId)).toEqual([{ state: 'removed', removed_why: 'expired' }]);
      expect(files.inFolder(file.fileId)).toEqual([]);
      expect(await files.entries('file-removed', file.fileId)).toMatchObject([
        { why: 'expired', owner: 'land-registry' },
      ]);
      for (const member of [files.land, files.tax]) {
        expect(await codeOf(await files.at(member, `/files/${file.fileId}/content`))).toEqual([410, 'files.REMOVED']);
      }
      expect(await codeOf(await files.at(files.desk, `/files/${file.fileId}/content`))).toEqual([404, 'files.UNKNOWN']);
      expect(await files.land.refusalOf(await files.land.sends(file, 'tax'))).toBe('files.REMOVED');
    });

    it('with its month of payloads, once all deliveries of that month have their last word', async () => {
      const file = await files.land.upload(await files.scans.pdf(100));
      const dossierCode = await files.land.sends(file, 'tax');
      const clock = files.bus.running.app.get(Clock);
      const later = new Date(clock.now().getTime() + (DEFAULT_KEPT_DAYS + 62) * 86_400_000);
      const keep = async (): Promise<void> => {
        const keeper = files.bus.running.app.get(PartitionKeeper);
        await keeper.stop();
        jest.spyOn(clock, 'now').mockReturnValue(later);
        await keeper.start();
        jest.restoreAllMocks();
      };
      const payloads = (): Promise<object[]> =>
        files.bus.rows('select 1 from payload p join log_entry e using (log_id) where e.subject = $1', [dossierCode]);
      await keep();
      expect(await payloads()).toHaveLength(1);
      await files.bus.rows("update delivery set state = 'acknowledged', outcome = 'handled', acknowledged_at = now()");
      await keep();
      expect(await payloads()).toEqual([]);
      expect(await files.bus.rows('select 1 from log_entry where subject = $1', [dossierCode])).not.toEqual([]);
      await rests(file.fileId, 1);
      expect(await stateOf(file.fileId)).toEqual([{ state: 'removed', removed_why: 'expired' }]);
    });

    it('after a day when its upload stands still, and after fourteen when nobody names it', async () => {
      const bytes = pdf('interrupted');
      const url = await files.begin(bytes);
      await files.patch(url, 0, bytes.subarray(0, 10));
      const fileId = url.split('/').at(-1) ?? '';
      const whole = await files.land.upload(await files.scans.pdf(100));
      await rests(fileId, 23);
      expect(await stateOf(fileId)).toEqual([{ state: 'uploading', removed_why: null }]);
      await rests(fileId, 2);
      expect(await stateOf(fileId)).toEqual([{ state: 'removed', removed_why: 'interrupted' }]);
      expect(files.inFolder(url)).toEqual([]);
      await rests(whole.fileId, 24 * 13);
      expect(await stateOf(whole.fileId)).toEqual([{ state: 'complete', removed_why: null }]);
      await rests(whole.fileId, 25);
      expect(await stateOf(whole.fileId)).toEqual([{ state: 'removed', removed_why: 'unnamed' }]);
    });

    it('when its sender gives the upload up', async () => {
      const url = await files.begin(pdf('given up'));
      expect((await files.at(files.land, url, { method: 'DELETE', headers: PART })).status).toBe(204);
      expect(await codeOf(await files.patch(url, 0, pdf('given up')))).toEqual([410, 'files.UPLOAD_ENDED']);
      expect((await files.at(files.tax, url, { method: 'DELETE', headers: PART })).status).toBe(404);
    });
  });
});
