import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROTOCOL_TYPES } from '@lienthong/envelope';
import { repository } from './planted-tree.mother';

const textOf = (path: string): string => readFileSync(join(repository, path), 'utf8');
const page = textOf('docs/protocol.md');
/** What a constant of the code is worth, e.g. `384 * 1_024`. */
const valueOf = (path: string, constant: string): number => {
  const [, product = ''] = new RegExp(`${constant} = ([0-9_ *]+);`).exec(textOf(path)) ?? [];
  return product.split('*').reduce((value, factor) => value * Number(factor.replaceAll('_', '')), 1);
};

/** The page is all that somebody has who builds a member: what it says is what the code does. */
describe('the protocol page', () => {
  it('says by how much a restored side goes back further, since clocks differ', () => {
    for (const path of [
      'libs/messaging/src/outbox/outbox-answers.ts',
      'services/integration-bus/src/replay/restored.rules.ts',
    ]) {
      expect(valueOf(path, 'CLOCKS_DIFFER_MS')).toBe(10 * 60_000);
    }
    expect(page).toContain('at or after `since` **less ten minutes**');
  });

  it('says how large a submission may be and how soon it must be there, with the status of either', () => {
    const definition = 'services/integration-bus/src/integration-bus.service-definition.ts';
    const bytes = valueOf(definition, 'SUBMIT_LIMIT_BYTES').toLocaleString('en-US');
    expect(page).toContain(`| 413 · 415 | the body is larger than ${bytes} bytes`);
    const seconds = valueOf(definition, 'SUBMIT_WITHIN_MS') / 1_000;
    expect(page).toContain(`| 408 | the body did not arrive within ${seconds} seconds`);
  });

  it('takes no number for a message of a suspended member, which is held', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('|') && line.includes('MEMBER_SUSPENDED'));
    expect(rows.map((row) => row.split('|').at(-2)?.trim())).toEqual(['no']);
  });

  it.each(Object.values(PROTOCOL_TYPES))('and the README of the bus know %s', (type) => {
    const name = type.split('.').at(-2) ?? type;
    expect(page).toContain(`\`${name}.v1\``);
    expect(textOf('services/integration-bus/README.md')).toContain(`\`${name}\``);
  });
});
