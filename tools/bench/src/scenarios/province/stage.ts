import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDevelopmentKeys, memberSigner } from '@lienthong/service-host';
import { newRunId, prepareStack, provisionRun, type Run, type Stack } from '../../../../local-infra/src';
import { BUS } from '../../floor/contract';
import { Databases } from '../../load/databases';
import { writeRegistry } from '../../members/registry';
import type { BenchContext } from '../../scenario';
import { HttpMember } from './http-member';
import type { Ledger } from './ledger';
import { Lines } from './lines';
import { communes, grantedPairs, units } from './units.data';

/** The bus alone as a process, with all units as members that pull; they live in the process of the bench. */
export class ProvinceStage {
  private readonly leaving = new AbortController();
  private readonly members = new Map<string, HttpMember>();
  private running: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly run: Run,
    private readonly stack: Stack,
    readonly lines: Lines,
    readonly bus: Databases,
  ) {}

  static async open(context: BenchContext, ledger: Ledger): Promise<ProvinceStage> {
    const { infra, signal } = context;
    const home = mkdtempSync(join(context.home, 'province-'));
    const registryDir = join(home, 'registry');
    await ensureDevelopmentKeys(home, [], [BUS, ...units]);
    writeRegistry(registryDir, units, { transport: 'pull', pairs: grantedPairs() });
    const run = await provisionRun({ infra, runId: newRunId(), services: [BUS], home, registryDir, signal });
    const stack = await prepareStack({ infra, run, clockOffsetMs: 0, home, ports: 'free', services: [BUS], signal });
    for (const service of stack.services) service.start();
    await stack.ready(undefined, signal);
    const url = String(stack.urls[BUS]).replace(/\/$/, '');
    const lines = await Lines.lay(communes, url);
    const bus = new Databases(new Map([[BUS, run.databases.get(BUS)?.migratorUrl ?? '']]));
    const stage = new ProvinceStage(run, stack, lines, bus);
    for (const code of units) {
      const { kid, key } = memberSigner(home, code);
      const way = lines.through(code, url);
      stage.members.set(
        code,
        new HttpMember({ code, signer: { kid, key }, url: way, ledger, signal: stage.left(signal) }),
      );
    }
    stage.running = Promise.all([...stage.members.values()].map((member) => member.run()));
    return stage;
  }

  get watched(): readonly { readonly name: string; readonly pid: number | undefined }[] {
    return this.stack.services.map(({ name, pid }) => ({ name, pid }));
  }

  member(code: string): HttpMember {
    const member = this.members.get(code);
    if (!member) throw new Error(`no unit ${code}`);
    return member;
  }

  async close(): Promise<void> {
    this.leaving.abort();
    await this.running;
    await this.lines.close();
    await this.bus.close();
    await this.stack.stop();
    await this.run.drop();
  }

  private left(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.leaving.signal]);
  }
}
