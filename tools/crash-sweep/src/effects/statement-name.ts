import { createHash } from 'node:crypto';

const WORDS = 4;
const TABLES = 3;
const TARGET = /\b(insert into|update|delete from|from|join)\s+(?:only\s+)?"?([a-z_][a-z0-9_]*)"?/g;
const BEGIN = /^(begin|start transaction)\b/;
const END = /^(commit|end|rollback(?! to))\b/;

/** A statement without what differs from run to run: literals, numbers, white space, capitals. */
export function normalised(statement: string): string {
  return statement
    .replaceAll(/'(?:[^']|'')*'/g, '?')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replaceAll(/(?<![$\w])\d+(?:\.\d+)?\b/g, '?');
}

/** First words, the tables that follow, and a hash that tells statements apart which begin alike. */
export function statementName(text: string): string {
  const words = text.split(' ').slice(0, WORDS).join(' ');
  const tables = [...text.matchAll(TARGET)].map(([, verb, table]) => `${verb} ${table}`);
  const told = [...new Set(tables)].filter((table) => !words.includes(table)).slice(0, TABLES);
  return `${[words, ...told].join(' … ')} #${shortHash(text)}`;
}

/** The statements of one connection: each is named with what its transaction did before. */
export class Conversation {
  private since: string[] | undefined;

  /** The name of the next statement. */
  name(statement: string): string {
    const text = normalised(statement);
    if (BEGIN.test(text)) {
      this.since = [];
      return statementName(text);
    }
    if (!this.since) return statementName(text);
    const name = `${statementName(text)} ~${shortHash(this.since.join('\n'))}`;
    if (END.test(text)) this.since = undefined;
    else if (this.since.at(-1) !== text) this.since.push(text);
    return name;
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}
