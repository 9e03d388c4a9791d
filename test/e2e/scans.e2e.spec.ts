import { createHash, randomBytes, randomFillSync } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OffsetClock } from '@lienthong/kernel';
import { Files, memberSigner, memberToken } from '@lienthong/service-host';
import { ApiClient, eventually, overBrokenLine, sizeOf, TcpProxy } from '@lienthong/testing';
import { type PersonRole, roles } from '../../tools/demo/src';
import { E2eStack } from './support/e2e-stack';
import { freshDossier, playStory } from './support/story';

const MIB = 1_048_576;
const SCAN = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(4 * MIB)]);
/** A village line that breaks with every megabyte. */
const BREAKS = { times: 3, everyBytes: MIB, bytesPerSecond: 6 * MIB };
/** What the bus may hold beside its own: pieces on their way, and what the collector has not freed yet. */
const HELD_BYTES = 96 * MIB;

interface ScanRequestView {
  readonly requestId: string;
  readonly answeredAt?: string;
  readonly scans: readonly {
    readonly paper: string;
    readonly file: { readonly fileId: string; readonly size: number };
  }[];
  readonly missing: readonly string[];
}

describe('the scanned contract that the land office holds (L §4.3 M18)', () => {
  let e2e: E2eStack;
  let line: TcpProxy;
  let dossierCode: string;
  let officer: PersonRole;
  let taxOfficer: PersonRole;
  beforeAll(async () => {
    const env = (service: string): Record<string, string> =>
      ['land-registry', 'tax'].includes(service)
        ? { BUS_URL: `http://${line.address}`, SCAN_SEND_EVERY_MS: '500' }
        : {};
    e2e = await E2eStack.prepare({ env });
    const bus = e2e.stack.service('integration-bus');
    bus.start();
    line = await TcpProxy.toService(await bus.listening());
    for (const service of e2e.stack.services) if (service !== bus) service.start();
    await e2e.stack.ready();
    const file = freshDossier(e2e.today);
    const offices = e2e.offices(file.parcels[0]?.communeCode ?? '');
    [officer, taxOfficer] = [roles.landOfficer(offices.land), roles.taxOfficer(offices.tax)];
    await playStory(e2e, [file], true);
    const [dossier] = await e2e.rows<{ code: string }>(
      'land-registry',
      'select dossier_code as code from land_dossier',
    );
    dossierCode = dossier?.code ?? '';
  });
  afterAll(async () => {
    await e2e?.close();
    await line?.close();
  });

  const ask = async (service: string, person: PersonRole, path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${e2e.access.urls[service]}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${await e2e.token(person)}`, ...(init.headers as Record<string, string>) },
    });
  const requests = async (): Promise<readonly ScanRequestView[]> => {
    const answer = await ask('tax', taxOfficer, `/assessments/${dossierCode}/scan-requests`);
    return ((await answer.json()) as { items: ScanRequestView[] }).items;
  };

  it('reaches the tax office that asks for it over lines that break, and its reading is written down', async () => {
    const query = `name=${encodeURIComponent('Hợp đồng.pdf')}&contentType=application/pdf`;
    const held = await ask('land-registry', officer, `/dossiers/${dossierCode}/scans/contract?${query}`, {
      method: 'PUT',
      body: SCAN,
      headers: { 'content-type': 'application/pdf' },
    });
    expect(held.status).toBe(200);

    const asked = async (): Promise<unknown> => {
      const answer = await ask('tax', taxOfficer, `/assessments/${dossierCode}/scan-requests`, {
        method: 'POST',
        body: JSON.stringify({ papers: ['contract', 'certificate'] }),
        headers: { 'content-type': 'application/json', 'idempotency-key': 'scan-request-1' },
      });
      expect(answer.status).toBe(201);
      return eventually(async () => (await requests())[0]?.answeredAt, {
        timeoutMs: 60_000,
        describe: async () => JSON.stringify(await requests()),
      });
    };
    expect(await overBrokenLine(line, asked, BREAKS)).toBe(BREAKS.times);
    const [request] = await requests();
    expect(request).toMatchObject({
      scans: [
        {
          paper: 'contract',
          agreement: 'not-named',
          file: { name: 'Hợp đồng.pdf', contentType: 'application/pdf', size: SCAN.length },
        },
      ],
      missing: ['certificate'],
    });

    const fileId = request?.scans[0]?.file.fileId ?? '';
    let opened = Buffer.alloc(0);
    const open = async (): Promise<void> => {
      const path = `/assessments/${dossierCode}/scan-requests/${request?.requestId}/files/${fileId}`;
      opened = Buffer.from(await (await ask('tax', taxOfficer, path)).arrayBuffer());
    };
    expect(await overBrokenLine(line, open, BREAKS)).toBe(BREAKS.times);
    expect(opened.equals(SCAN)).toBe(true);

    const operator = new ApiClient(e2e.access.urls['integration-bus'] ?? '', await e2e.token(roles.busOperator()));
    const { body } = await operator.get<{ items: { member: string }[] }>(`/files/${fileId}/readings`);
    expect(body.items.length).toBeGreaterThan(BREAKS.times);
    expect(new Set(body.items.map(({ member }) => member))).toEqual(new Set(['tax']));
  });

  it('is not given to a tax officer of another office, nor under another dossier', async () => {
    const [request] = await requests();
    const fileId = request?.scans[0]?.file.fileId ?? '';
    const path = (code: string): string => `/assessments/${code}/scan-requests/${request?.requestId}/files/${fileId}`;
    const elsewhere = { ...taxOfficer, office: taxOfficer.office === 'bien-hoa' ? 'long-thanh' : 'bien-hoa' };
    expect((await ask('tax', elsewhere, path(dossierCode))).status).toBe(403);
    expect((await ask('tax', taxOfficer, path('H19.91.01-260803-9999'))).status).toBe(404);
  });

  it('takes no memory of the bus, however large it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lienthong-large-'));
    const path = await largePdf(join(folder, 'large.pdf'), sizeOf('fileBytes'));
    const { home, urls, clockOffsetMs } = e2e.access;
    const token = (): Promise<string> =>
      memberToken('land-registry', memberSigner(home, 'land-registry'), new OffsetClock(clockOffsetMs));
    const files = new Files({ busUrl: urls['integration-bus'], token });
    const memory = new MemoryOf(e2e.stack.service('integration-bus').pid ?? 0);
    try {
      const file = await files.upload(path, { name: 'large.pdf', contentType: 'application/pdf' });
      const sum = createHash('sha256');
      for await (const bytes of files.read(file)) sum.update(bytes);
      expect(sum.digest('base64url')).toBe(file.sha256);
    } finally {
      memory.stop();
      rmSync(folder, { recursive: true, force: true });
    }
    expect(memory.grownBytes).toBeLessThan(HELD_BYTES);
  });
});

async function largePdf(path: string, bytes: number): Promise<string> {
  const file = createWriteStream(path);
  file.write('%PDF-1.7\n');
  for (let left = bytes - 9; left > 0; left -= MIB) {
    if (!file.write(randomFillSync(Buffer.alloc(Math.min(MIB, left))))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return path;
}

/** How far the resident memory of a process rises above where it was. */
class MemoryOf {
  private readonly before: number;
  private most: number;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly pid: number) {
    this.before = this.most = this.resident();
    this.timer = setInterval(() => (this.most = Math.max(this.most, this.resident())), 50);
  }

  get grownBytes(): number {
    return this.most - this.before;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private resident(): number {
    const [, kib = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8')) ?? [];
    return Number(kib) * 1_024;
  }
}
