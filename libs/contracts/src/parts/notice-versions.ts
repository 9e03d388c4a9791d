import type { NoticedRevenue } from './noticed-revenues.data';

type FirstRevenue = Exclude<NoticedRevenue, 'land-use-fee'>;

/** Whether version 1 of the messages about money knows this kind of revenue. */
export function isOfFirstVersion<N extends { readonly kind: NoticedRevenue }>(
  one: N,
): one is N & { readonly kind: FirstRevenue } {
  return one.kind !== 'land-use-fee';
}
