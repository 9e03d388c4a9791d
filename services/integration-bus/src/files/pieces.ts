export interface PieceLimits {
  readonly bytes: number;
  /** What has waited for longer is a piece, however small: a line that is silent from here on loses no more than this. */
  readonly ageMs: number;
}

/**
 * Cuts a body into pieces that are held in memory one at a time. When the body breaks off, what came is given as the last
 * piece, and then the break is thrown.
 */
export async function* piecesOf(body: AsyncIterable<Buffer>, limits: PieceLimits): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let held = 0;
  let since = 0;
  const piece = (): Buffer => {
    const whole = Buffer.concat(parts, held);
    [parts, held] = [[], 0];
    return whole;
  };
  try {
    for await (const part of body) {
      if (held === 0) since = performance.now();
      parts.push(part);
      held += part.length;
      if (held >= limits.bytes || performance.now() - since >= limits.ageMs) yield piece();
    }
  } catch (error) {
    if (held > 0) yield piece();
    throw error;
  }
  if (held > 0) yield piece();
}
