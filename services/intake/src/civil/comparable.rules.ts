const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Capital eth and its small form, typed or converted in place of đ. */
const ETH = /[\u00d0\u00f0]/g;

/** Case, spaces, the letter that carries the tone mark (Hoà, Hòa) and an eth for đ (Ðặng, Đặng) make no difference. */
export function comparable(text: string): string {
  const words = text.replaceAll(ETH, 'đ').normalize('NFD').toLowerCase().trim().split(/\s+/);
  return words.map((word) => `${word.replaceAll(TONES, '')}${word.match(TONES)?.join('') ?? ''}`).join(' ');
}
