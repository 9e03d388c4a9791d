import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from './terminal';

/** A JSON object given on the command line, or in a file as `@path`. @throws UsageError */
export function jsonOf(option: string | undefined, name: string): object {
  if (!option) throw new UsageError(`${name} is missing: a JSON object, or @file.json`);
  const text = option.startsWith('@') ? fileText(option.slice(1), name) : option;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // said below
  }
  throw new UsageError(`${name} is no JSON object`);
}

function fileText(path: string, name: string): string {
  if (!existsSync(path)) throw new UsageError(`${name}: there is no file ${path}`);
  return readFileSync(path, 'utf8');
}
