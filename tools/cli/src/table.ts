const TYPE = /^vn\.lienthong\.[^.]+\.(.+)\.(v\d+)$/;

/** Headings and rows in columns as wide as their widest cell, a line each. */
export function tableLines(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(headings), ...rows.map(line)];
}

/** `vn.lienthong.tax.assess-transfer-slip.v1` → `assess-transfer-slip.v1` */
export function shortType(type: string): string {
  const [, name, version] = TYPE.exec(type) ?? [];
  return name ? `${name}.${version}` : type;
}
