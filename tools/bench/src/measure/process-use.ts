import { readFileSync } from 'node:fs';
import type { ProcessUse } from '../scenario';

/** Clock ticks of the kernel's process table, per second; Linux has used 100 on every platform for long. */
const TICKS_PER_SECOND = 100;
const KIB_PER_MIB = 1_024;

/** A process by the name under which it is reported. */
export interface Watched {
  readonly name: string;
  readonly pid: number | undefined;
  /** Its children count with it, also those that ended meanwhile. */
  readonly withChildren?: boolean;
}

interface Seen {
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** CPU and memory of processes over the stretches between `resume` and `pause`, from the kernel's process table. */
export class ProcessUses {
  private readonly spent = new Map<string, number>();
  private readonly rss = new Map<string, number>();
  private begun = new Map<string, Seen>();
  private begunAt = 0;
  private elapsedMs = 0;

  constructor(private readonly watched: () => readonly Watched[]) {}

  resume(): void {
    this.begun = this.look();
    this.begunAt = performance.now();
  }

  pause(): void {
    this.elapsedMs += performance.now() - this.begunAt;
    for (const [name, { cpuMs, rssMb }] of this.look()) {
      const before = this.begun.get(name)?.cpuMs ?? 0;
      this.spent.set(name, (this.spent.get(name) ?? 0) + cpuMs - before);
      this.rss.set(name, rssMb);
    }
  }

  /** `messages`: how many all stretches carried, for the cost of one. */
  uses(messages?: number): ProcessUse[] {
    return [...this.spent].map(([process, cpuMs]) => ({
      process,
      ...(messages ? { cpuMsPerMessage: cpuMs / messages } : {}),
      cpuCores: this.elapsedMs === 0 ? 0 : cpuMs / this.elapsedMs,
      rssMb: this.rss.get(process) ?? 0,
    }));
  }

  private look(): Map<string, Seen> {
    return new Map(
      this.watched().flatMap(({ name, pid, withChildren }) => {
        const seen = pid === undefined ? undefined : withChildren ? useOfFamily(pid) : useOf(pid);
        return seen ? [[name, seen] as const] : [];
      }),
    );
  }
}

/** CPU milliseconds since its start and resident memory; `undefined` when the process is gone. */
export function useOf(pid: number): Seen | undefined {
  try {
    const [user = 0, system = 0] = cpuTicks(pid);
    return { cpuMs: ((user + system) * 1_000) / TICKS_PER_SECOND, rssMb: memoryMb(pid, 'VmRSS') };
  } catch {
    return undefined;
  }
}

/** With the children: what they use now, and what those used that have ended. Memory that they share counts once. */
export function useOfFamily(pid: number): Seen | undefined {
  try {
    const children = childrenOf(pid).flatMap((child) => {
      const seen = useOf(child);
      return seen ? [{ ...seen, rssMb: memoryMb(child, 'RssAnon') }] : [];
    });
    const ticks = cpuTicks(pid).reduce((sum, one) => sum + one, 0);
    const own = { cpuMs: (ticks * 1_000) / TICKS_PER_SECOND, rssMb: memoryMb(pid, 'VmRSS') };
    return [own, ...children].reduce((sum, one) => ({
      cpuMs: sum.cpuMs + one.cpuMs,
      rssMb: sum.rssMb + one.rssMb,
    }));
  } catch {
    return undefined;
  }
}

/** User, system; the same of children that have ended. */
function cpuTicks(pid: number): number[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // the command's name may hold blanks: the fields follow its closing bracket
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number);
}

function memoryMb(pid: number, which: 'VmRSS' | 'RssAnon'): number {
  const kib = new RegExp(`^${which}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib ?? 0) / KIB_PER_MIB;
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').flatMap((child) => (child === '' ? [] : [Number(child)]));
}
