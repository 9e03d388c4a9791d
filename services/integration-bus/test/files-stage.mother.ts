import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SpecBus } from './bus.mother';
import { asFile, declaring, FilesMember, PART, ScanFolder } from './files.mother';

/** A bus with members that store, name and fetch files, and requests of them as a line brings them. */
export class FilesStage {
  readonly scans = new ScanFolder();
  readonly land: FilesMember;
  readonly tax: FilesMember;
  readonly desk: FilesMember;

  private constructor(readonly bus: SpecBus) {
    this.land = new FilesMember('land-registry', bus);
    this.tax = new FilesMember('tax', bus);
    this.desk = new FilesMember('intake', bus);
  }

  static async open(): Promise<FilesStage> {
    return new FilesStage(await SpecBus.start());
  }

  async close(): Promise<void> {
    await this.bus.stop();
    this.scans.remove();
  }

  async at(member: FilesMember, path: string, init: RequestInit = {}): Promise<Response> {
    const authorization = `Bearer ${await member.token()}`;
    const headers = { authorization, ...(init.headers as Record<string, string>) };
    return fetch(`http://127.0.0.1:${this.bus.running.port}${path}`, { ...init, headers });
  }

  /** Declares bytes of the land registry. Returns the address of the upload. */
  async begin(bytes: Buffer, contentType?: string): Promise<string> {
    const headers = declaring(asFile(bytes, contentType));
    const answer = await this.at(this.land, '/uploads', { method: 'POST', headers });
    return `${answer.headers.get('location')}`;
  }

  patch(url: string, offset: number, bytes: Buffer): Promise<Response> {
    const headers = { ...PART, 'upload-offset': String(offset) };
    return this.at(this.land, url, { method: 'PATCH', headers, body: new Uint8Array(bytes) });
  }

  /** Names of the pieces that lie in the store. */
  inFolder(url: string): string[] {
    try {
      return readdirSync(join(this.bus.home.folder, 'files', url.split('/').at(-1) ?? ''));
    } catch {
      return [];
    }
  }

  /** Entries of the log about a file. */
  async entries(act: string, fileId: string): Promise<object[]> {
    const sql = `select content from log_entry where kind = 'admin' and content ->> 'act' = $1 and content ->> 'fileId' = $2`;
    return (await this.bus.rows<{ content: object }>(sql, [act, fileId])).map(({ content }) => content);
  }
}

export async function codeOf(answer: Response): Promise<[number, string]> {
  const { code } = (await answer.json()) as { code: string };
  return [answer.status, code];
}

export function pdf(text: string): Buffer {
  return Buffer.from(`%PDF-1.7\n${text}`);
}
