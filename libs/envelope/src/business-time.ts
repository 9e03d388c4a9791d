import type { Received } from './envelope';

/**
 * When what a message says has happened: its own time, however late it comes (L §4.7 F24). A sender whose clock is ahead
 * cannot bring it about that something happens later than now.
 */
export function businessTimeOf({ time }: Pick<Received, 'time'>, now: Date): Date {
  const said = new Date(time);
  return said > now ? now : said;
}
