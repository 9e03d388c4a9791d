/** The text of a statement as a client was asked for it: alone, or with its name and values. */
export function textOf(asked: unknown): string {
  return typeof asked === 'string' ? asked : ((asked as { text?: string } | undefined)?.text ?? '');
}
