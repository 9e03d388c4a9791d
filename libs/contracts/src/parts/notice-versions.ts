import type { NoticedRevenue } from './noticed-revenues.data';

type OfRevenue<K extends NoticedRevenue> = { readonly kind: K };
type FirstRevenue = Exclude<NoticedRevenue, 'land-use-fee'>;

/** Whether version 1 of the messages about notices can tell of all of these: it is what is sent where it can. */
export function fitFirstVersion<N extends OfRevenue<NoticedRevenue>>(
  told: readonly N[],
): told is readonly (N & OfRevenue<FirstRevenue>)[] {
  return told.every(isOfFirstVersion);
}

/** Whether version 1 of the messages about money knows this kind of revenue. */
export function isOfFirstVersion<N extends OfRevenue<NoticedRevenue>>(one: N): one is N & OfRevenue<FirstRevenue> {
  return one.kind !== 'land-use-fee';
}
