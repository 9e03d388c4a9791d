/** Numbers of streams, as the bus's answers name them. */
export class Ranges {
  private readonly byStream = new Map<string, (readonly [first: number, last: number])[]>();

  add(stream: string, epoch: number, range: readonly [first: number, last: number]): void {
    const key = `${epoch}|${stream}`;
    const known = this.byStream.get(key);
    if (known) known.push(range);
    else this.byStream.set(key, [range]);
  }

  hold({ stream, epoch, seq }: { readonly stream: string; readonly epoch: number; readonly seq: number }): boolean {
    const ranges = this.byStream.get(`${epoch}|${stream}`);
    return ranges !== undefined && ranges.some(([first, last]) => first <= seq && seq <= last);
  }
}
