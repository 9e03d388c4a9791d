const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Case, spaces and the letter that carries the tone mark (Hoà, Hòa) make no difference. */
export function comparable(text: string): string {
  const words = text.normalize('NFD').toLowerCase().split(/\s+/);
  return words.map((word) => `${word.replaceAll(TONES, '')}${word.match(TONES)?.join('') ?? ''}`).join(' ');
}
