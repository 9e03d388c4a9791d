/** Why a message that a replay found is not sent. */
export type LeftOut =
  /** Today no grant lets its sender send it to this recipient. */
  | 'not-granted'
  /** Its content is gone, by retention or erased. */
  | 'erased'
  /** Its time to live is over; only for who would get it for the first time. */
  | 'expired'
  /** It is on its way to this recipient already, or was delivered where the past is given. */
  | 'on-its-way';

/** What a replay knows of one message that it found. */
export interface FoundMessage {
  readonly sender: string;
  readonly type: string;
  readonly hasPayload: boolean;
  readonly expiryTime?: string;
  /** The delivery to this recipient: none, without an answer, or answered. */
  readonly delivery: 'none' | 'open' | 'answered';
}

export interface ReplayGrounds {
  readonly kind: 'again' | 'history' | 'restored';
  /** A grant of today lets the message go to the recipient; the bus's own voids need none. */
  readonly isGranted: boolean;
  readonly now: Date;
}

/** Today's grants and retention decide, whatever held when the message was sent. `undefined`: it is sent. */
export function leftOut(found: FoundMessage, { kind, isGranted, now }: ReplayGrounds): LeftOut | undefined {
  if (kind === 'history' ? found.delivery !== 'none' : found.delivery !== 'answered') return 'on-its-way';
  if (!isGranted) return 'not-granted';
  if (!found.hasPayload) return 'erased';
  const isPast = found.expiryTime !== undefined && Date.parse(found.expiryTime) <= now.getTime();
  return kind === 'history' && isPast ? 'expired' : undefined;
}

/** How many of each reason; what was there before is added. */
export function counted(
  before: Readonly<Record<string, number>>,
  reasons: readonly LeftOut[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { ...before };
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
