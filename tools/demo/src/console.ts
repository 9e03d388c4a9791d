/** Where texts for people go: stdout, or stderr when stdout carries the JSON document. */
export class Console {
  private readonly stream: NodeJS.WriteStream;
  private bar = false;
  private tenth = 0;

  constructor(json: boolean) {
    this.stream = json ? process.stderr : process.stdout;
  }

  line(text = ''): void {
    this.clearBar();
    this.stream.write(`${text}\n`);
  }

  /** On a terminal one line that is drawn again, elsewhere a line for every tenth part. */
  progress(done: number, of: number, text: string): void {
    if (this.stream.isTTY) {
      const filled = Math.round((30 * done) / of);
      this.stream.write(`\r\u001b[2K[${'█'.repeat(filled)}${'·'.repeat(30 - filled)}] ${done}/${of} ${text}`);
      this.bar = true;
      if (done === of) this.clearBar();
    } else if (Math.floor((10 * done) / of) > this.tenth) {
      this.tenth = Math.floor((10 * done) / of);
      this.line(`${done}/${of} ${text}`);
    }
  }

  private clearBar(): void {
    if (this.bar) this.stream.write('\r\u001b[2K');
    this.bar = false;
  }
}
