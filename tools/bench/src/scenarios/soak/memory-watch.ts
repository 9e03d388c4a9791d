import { useOf, type Watched } from '../../measure/process-use';
import { slopeOf } from '../../measure/regression';

interface Sample {
  readonly messages: number;
  readonly rssMb: ReadonlyMap<string, number>;
}

export interface Memory {
  readonly process: string;
  readonly rssMb: number;
  /** After the warm-up. */
  readonly mbPerMillionMessages: number;
}

/** Resident memory of processes over the messages that passed. */
export class MemoryWatch {
  private readonly samples: Sample[] = [];

  constructor(private readonly watched: () => readonly Watched[]) {}

  sample(messages: number): void {
    const seen = this.watched().flatMap(({ name, pid }) => {
      const use = pid === undefined ? undefined : useOf(pid);
      return use ? [[name, use.rssMb] as const] : [];
    });
    this.samples.push({ messages, rssMb: new Map(seen) });
  }

  /** `warmUpShare`: the part of the messages in which heaps reach their size and code is compiled. */
  memories(warmUpShare: number): Memory[] {
    const all = this.samples.at(-1)?.messages ?? 0;
    const warm = this.samples.filter(({ messages }) => messages >= all * warmUpShare);
    return [...(warm.at(-1)?.rssMb ?? [])].map(([process, rssMb]) => ({
      process,
      rssMb,
      mbPerMillionMessages: slopeOf(
        warm.flatMap(({ messages, rssMb: sizes }) => {
          const y = sizes.get(process);
          return y === undefined ? [] : [{ x: messages / 1_000_000, y }];
        }),
      ),
    }));
  }
}
