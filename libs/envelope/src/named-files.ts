import type { FileRef } from './file-ref.part';
import { FILE_KEYWORD, type JsonSchema } from './schema';

/** The files that a body names; to be asked only of bodies that are as their schema says. */
export type FilesIn = (body: unknown) => readonly FileRef[];

const EACH = '*';

/** Where a schema lets a message name files, as JSON pointers in which `*` stands for each item of a list. */
export function filePointers(schema: JsonSchema): readonly string[] {
  return placesIn(schema).map((place) => place.map((step) => `/${escaped(step)}`).join(''));
}

/** Finds the files of a body by the schema's keyword `x-file`; undefined for a schema that knows none. */
export function filesBy(schema: JsonSchema): FilesIn | undefined {
  const places = placesIn(schema);
  return places.length === 0 ? undefined : (body) => places.flatMap((place) => at(body, place));
}

function placesIn(schema: unknown): string[][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, items, [FILE_KEYWORD]: isFile } = schema as JsonSchema & { properties?: object };
  if (isFile === true) return [[]];
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => placesIn(inner).map((place) => [name, ...place])),
    ...placesIn(items).map((place) => [EACH, ...place]),
  ];
}

function at(value: unknown, [step, ...rest]: readonly string[]): FileRef[] {
  if (value === undefined) return [];
  if (step === undefined) return [value as FileRef];
  if (step === EACH) return (value as readonly unknown[]).flatMap((item) => at(item, rest));
  return at((value as Readonly<Record<string, unknown>>)[step], rest);
}

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
