/** Who sent a message, and under which id: no two messages have the same. */
export interface Identity {
  readonly sender: string;
  readonly id: string;
}

/** The identity as a key of maps. */
export function keyOf({ sender, id }: Identity): string {
  return `${sender}|${id}`;
}
