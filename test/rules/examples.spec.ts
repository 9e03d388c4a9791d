import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './planted-tree.mother';

describe('the reference members', () => {
  it.each(['http_member.py', 'kafka_member.py'])('%s fits on three pages: 150 lines at most', (name) => {
    const text = readFileSync(join(repository, 'docs/examples/python', name), 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });
});
