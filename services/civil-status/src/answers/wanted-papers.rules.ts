interface Wanted {
  readonly documentNumber: string;
  readonly until: string;
  readonly items: readonly string[];
}

const NOTE_MAX = 300;

/** What the citizen is told when an agency wants papers. */
export function wantedPapers(agency: string, { documentNumber, until, items }: Wanted): string {
  const text = `${agency} yêu cầu bổ sung đến hết ngày ${until} (${documentNumber}): ${items.join('; ')}.`;
  return text.length > NOTE_MAX ? `${text.slice(0, NOTE_MAX - 1)}…` : text;
}
