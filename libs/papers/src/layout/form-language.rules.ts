import type { LocalDate } from '@lienthong/kernel';
import type { Alignment, FieldLine, Paper, PaperBlock, PaperHead, Trust, Width } from './paper.state';
import type { Printed } from './values.rules';

/** A place of a form: how its text is read from the data. */
export type Place<D> = (data: D) => Printed;

/** A part of a form: the blocks that it becomes for given data. */
export type FormPart<D> = (data: D) => readonly PaperBlock[];

/** A column of a table: header, what stands in each row, width and side; amounts stand right. */
export type Column<R> = readonly [header: string, place: Place<R>, width?: Width, align?: Alignment];

/** One form with the days on which it is printed: the data of a form file. */
export interface PaperForm<D> {
  readonly id: string;
  /** The form's own number (mẫu số), where it has one. */
  readonly number?: string;
  readonly source: string;
  readonly trust: Trust;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly head: (data: D) => PaperHead;
  readonly parts: readonly FormPart<D>[];
}

/** What a paper needs beside its form's data. */
export interface PaperOptions {
  readonly draft?: boolean;
  readonly lookUp?: string;
}

/** The form filled with data. */
export function filled<D>(form: PaperForm<D>, data: D, { draft = false, lookUp }: PaperOptions = {}): Paper {
  const { id, number, source, trust, head, parts } = form;
  return {
    form: { id, source, trust, ...(number !== undefined && { number }) },
    head: head(data),
    blocks: parts.flatMap((part) => part(data)),
    draft,
    ...(lookUp !== undefined && { lookUp }),
  };
}

/** A section: its heading and what belongs under it. */
export function section<D>(text: string, ...parts: readonly FormPart<D>[]): FormPart<D> {
  return (data) => [{ kind: 'heading', level: 1, text }, ...parts.flatMap((part) => part(data))];
}

/** A heading inside a section, and what belongs under it. */
export function subsection<D>(text: string, ...parts: readonly FormPart<D>[]): FormPart<D> {
  return (data) => [{ kind: 'heading', level: 2, text }, ...parts.flatMap((part) => part(data))];
}

/** A label, and where its value is read. */
export type Field<D> = readonly [label: string, place: Place<D>];

/** Labels with their values; an empty place stays visible. */
export function fields<D>(...lines: readonly Field<D>[]): FormPart<D> {
  return (data) => [{ kind: 'fields', columns: 1, lines: linesOf(lines, data) }];
}

/** Short fields, two on a line. */
export function pairs<D>(...lines: readonly Field<D>[]): FormPart<D> {
  return (data) => [{ kind: 'fields', columns: 2, lines: linesOf(lines, data) }];
}

/** Boxes of which those that hold are ticked. */
export function ticks<D>(...choices: readonly (readonly [label: string, holds: (data: D) => boolean])[]): FormPart<D> {
  return (data) => [{ kind: 'ticks', ticks: choices.map(([label, holds]) => ({ label, ticked: holds(data) })) }];
}

/** A sentence; absent where it has nothing to say. */
export function sentence<D>(place: Place<D>, italic = false): FormPart<D> {
  return (data) => {
    const text = place(data);
    return text === undefined ? [] : [{ kind: 'paragraph', text, italic }];
  };
}

export interface TableShape<D, R> {
  readonly rows: (data: D) => readonly R[];
  readonly columns: readonly Column<R>[];
  /** The last line, a place for each column. */
  readonly total?: readonly Place<D>[];
}

/** A table; one empty line shows that it has no rows. */
export function table<D, R>({ rows, columns, total }: TableShape<D, R>): FormPart<D> {
  return (data) => {
    const lines = rows(data).map((row) => columns.map(([, place]) => place(row)));
    return [
      {
        kind: 'table',
        columns: columns.map(([header, , width = '*', align = 'left']) => ({ header, width, align })),
        rows: lines.length === 0 ? [columns.map(() => undefined)] : lines,
        ...(total && { total: total.map((place) => place(data)) }),
      },
    ];
  };
}

/** The same parts for each thing of a list: a person, a parcel, a house. */
export function each<D, R>(list: (data: D) => readonly R[], ...parts: readonly FormPart<R>[]): FormPart<D> {
  return (data) => list(data).flatMap((one) => parts.flatMap((part) => part(one)));
}

/** The parts, where the condition holds. */
export function when<D>(holds: (data: D) => boolean, ...parts: readonly FormPart<D>[]): FormPart<D> {
  return (data) => (holds(data) ? parts.flatMap((part) => part(data)) : []);
}

export interface SignatureShape<D> {
  /** Who gets a copy (nơi nhận). */
  readonly copies?: (data: D) => readonly Printed[];
  readonly boxes: readonly (readonly [title: string, note: string, name?: Place<D>])[];
}

/** The foot: who gets a copy, who signs. */
export function signatures<D>({ copies, boxes }: SignatureShape<D>): FormPart<D> {
  return (data) => [
    {
      kind: 'signatures',
      copies: (copies?.(data) ?? []).filter((copy) => copy !== undefined),
      boxes: boxes.map(([title, note, name]) => ({ title, note, name: name?.(data) })),
    },
  ];
}

function linesOf<D>(lines: readonly Field<D>[], data: D): readonly FieldLine[] {
  return lines.map(([label, place]) => ({ label, value: place(data) }));
}
