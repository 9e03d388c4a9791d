import type { Language } from '@lienthong/kernel';

/** The language a client prefers by `Accept-Language`; Vietnamese when it says nothing usable. */
export function preferredLanguage(header: string | undefined): Language {
  if (!header) return 'vi';
  const wishes = header
    .split(',', 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: q === undefined ? 1 : Number(q) };
    })
    .filter((wish) => wish.weight > 0 && (wish.language === 'vi' || wish.language === 'en' || wish.language === '*'))
    .sort((a, b) => b.weight - a.weight);
  return wishes[0]?.language === 'en' ? 'en' : 'vi';
}
