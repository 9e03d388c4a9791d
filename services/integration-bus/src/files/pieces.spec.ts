import { setTimeout as delay } from 'node:timers/promises';
import { piecesOf } from './pieces';

async function* body(parts: readonly string[], { breaks = false, pauseMs = 0 } = {}): AsyncGenerator<Buffer> {
  for (const part of parts) {
    yield Buffer.from(part);
    await delay(pauseMs);
  }
  if (breaks) throw new Error('aborted');
}

async function cut(from: AsyncIterable<Buffer>, limits: { bytes: number; ageMs: number }): Promise<string[]> {
  const pieces: string[] = [];
  try {
    for await (const piece of piecesOf(from, limits)) pieces.push(piece.toString());
  } catch (error) {
    pieces.push(String(error));
  }
  return pieces;
}

describe('the pieces of an upload', () => {
  it('are cut when they are large enough, and the rest comes last', async () => {
    expect(await cut(body(['ab', 'cd', 'ef', 'g']), { bytes: 4, ageMs: 1_000 })).toEqual(['abcd', 'efg']);
  });

  it('are kept up to the byte at which the line broke, and the break is told', async () => {
    expect(await cut(body(['ab', 'cd', 'ef'], { breaks: true }), { bytes: 4, ageMs: 1_000 })).toEqual([
      'abcd',
      'ef',
      'Error: aborted',
    ]);
  });

  it('are cut on a slow line before they are large', async () => {
    const pieces = await cut(body(['a', 'b', 'c', 'd'], { pauseMs: 30 }), { bytes: 100, ageMs: 40 });
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe('abcd');
  });
});
