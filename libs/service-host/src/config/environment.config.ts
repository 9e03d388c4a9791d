/** The variables of this process; the only place of the host that reads them. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
