/** Marks of the five written tones as they stand apart in NFD: grave, acute, tilde, hook above, dot below. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Capital eth and its small form, typed or converted in place of đ. */
const ETH = /[\u00d0\u00f0]/g;

/**
 * A name in the form in which names are compared: composed or decomposed letters, capitals, spaces and the place of the
 * tone in a syllable (Hoà and Hòa) make no difference; another letter or another tone does.
 */
export function comparableName(name: string): string {
  return name
    .replace(ETH, 'đ')
    .normalize('NFD')
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .map((syllable) => `${syllable.replace(TONE, '')}${(syllable.match(TONE) ?? []).join('')}`)
    .join(' ')
    .normalize('NFC');
}

/** Whether two spellings are one name. */
export function sameName(one: string, other: string): boolean {
  return comparableName(one) === comparableName(other);
}

/** The first syllable of a Vietnamese name, in the form in which names are compared. */
export function surnameOf(name: string): string {
  return comparableName(name).split(' ')[0] ?? '';
}
