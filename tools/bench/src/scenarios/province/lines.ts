import { TcpProxy } from '@lienthong/testing';

/** Seed S0: 1 Mbps; the delay is that of both ways together. */
const BYTES_PER_SECOND = 125_000;
const ROUND_TRIP_MS = 300;
/** Lines fail in so many groups, one after another, so that some are always up. */
const GROUPS = 3;

/** A thin line of its own for each commune, which may fail. */
export class Lines {
  private constructor(private readonly lines: ReadonlyMap<string, TcpProxy>) {}

  static async lay(communes: readonly string[], url: string): Promise<Lines> {
    const laid = communes.map(async (commune) => {
      const line = await TcpProxy.toService(url);
      thin(line);
      return [commune, line] as const;
    });
    return new Lines(new Map(await Promise.all(laid)));
  }

  /** The bus as this member reaches it. */
  through(member: string, url: string): string {
    return this.lines.get(member)?.through(url).replace(/\/$/, '') ?? url;
  }

  /** The lines of one group fail, those of the others stand. */
  fail(group: number): void {
    [...this.lines.values()].forEach((line, i) => {
      if (i % GROUPS === group % GROUPS) line.cut();
    });
  }

  mend(): void {
    for (const line of this.lines.values()) {
      line.heal();
      thin(line);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.lines.values()].map((line) => line.close()));
  }
}

function thin(line: TcpProxy): void {
  line.slow(BYTES_PER_SECOND);
  line.delay({ toServerMs: ROUND_TRIP_MS / 2, toClientMs: ROUND_TRIP_MS / 2 });
}
