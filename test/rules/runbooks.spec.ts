import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './planted-tree.mother';

const folder = join(repository, 'docs/runbooks');
const alerts = readFileSync(join(repository, 'deploy/prometheus/alerts.yml'), 'utf8');
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
const textOf = (page: string): string => readFileSync(join(folder, page), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
];

const sources = ['libs', 'services', 'tools']
  .flatMap((root) =>
    readdirSync(join(repository, root), { recursive: true, encoding: 'utf8' }).map((path) => join(root, path)),
  )
  .filter((path) => path.endsWith('.ts') && !/\.(spec|mother)\.ts$|node_modules/.test(path))
  .map((path) => readFileSync(join(repository, path), 'utf8'));
const code = sources.join('\n');

/** Names that the code exports; a name made of parts counts with what its parts may be. */
const metrics = new Set([
  ...all(code, /'(lienthong_[a-z_]+)'/g),
  ...['handled', 'repeated', 'parked', 'stashed'].map((outcome) => `lienthong_inbox_${outcome}_total`),
]);
const tables = new Set(all(code, /create (?:unlogged )?table (?:if not exists )?([a-z_]+)/g));
const scripts = Object.keys(
  (JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { scripts: object }).scripts,
);
const usage = readFileSync(join(repository, 'tools/cli/src/usage.ts'), 'utf8');

/** Paths of all controllers, e.g. `/health/ready`, `/parked/:sender/:id`. */
const routes = sources.flatMap((source) => {
  const base = /@Controller\((?:'([^']*)')?\)/.exec(source)?.[1] ?? '';
  return [...source.matchAll(/@(?:Get|Post|Put|Delete)\((?:'([^']*)')?\)/g)].map(([, path = '']) =>
    ['', base, path].join('/').replaceAll(/\/+/g, '/').replace(/\/$/, ''),
  );
});

function isRoute(path: string): boolean {
  const parts = path.replace(/[?].*$/, '').split('/');
  return routes.some((route) => {
    const segments = route.split('/');
    return segments.length === parts.length && segments.every((one, i) => one.startsWith(':') || one === parts[i]);
  });
}

describe.each(pages)('the runbook %s', (page) => {
  const text = textOf(page);
  const sql = all(text, /```sql\n([\s\S]*?)```/g).join('\n');

  it('names commands that exist', () => {
    const called = all(text, /npm run (?:--silent )?([a-z:-]+)/g);
    expect(called.filter((name) => !scripts.includes(name))).toEqual([]);
    const commands = all(text, /npm run (?:--silent )?lienthong -- ([a-z]+)/g);
    expect(commands.filter((name) => !new RegExp(`^  ${name}\\b`, 'm').test(usage))).toEqual([]);
  });

  it('names endpoints that exist', () => {
    const paths = [
      ...all(text, /localhost:\d{4}(\/[^\s'"`|)]*)/g),
      ...all(text, /`(?:GET|POST) (\/[^\s`]*)`/g),
      ...all(text, /`(\/(?:health|metrics|parked|deliveries|trace)[^\s`,]*)`/g),
    ];
    expect(paths.filter((path) => !isRoute(path))).toEqual([]);
  });

  it('names metrics that exist', () => {
    const named = all(text, /`(lienthong_[a-z_]+)`/g).map((name) => name.replace(/_(bucket|sum|count)$/, ''));
    expect(named.filter((name) => !metrics.has(name))).toEqual([]);
  });

  it('asks tables that exist', () => {
    const asked = all(sql, /\b(?:from|join|update|into)\s+([a-z_]+)/gi).filter((name) => !name.startsWith('pg_'));
    expect(asked.filter((name) => !tables.has(name))).toEqual([]);
  });

  it('leads to pages that exist, and is found in the list', () => {
    const links = all(text, /\]\(([^)#]+)\)/g).filter((link) => !link.startsWith('http'));
    expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
    expect(page === 'README.md' || textOf('README.md').includes(`](${page})`)).toBe(true);
  });
});

describe('the alarms', () => {
  const names = all(alerts, /- alert: (\w+)/g);

  it('look at metrics that exist', () => {
    const named = all(alerts, /\b(lienthong_[a-z_]+)\b/g).map((name) => name.replace(/_bucket$/, ''));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !metrics.has(name))).toEqual([]);
  });

  it('each have a page that exists, and a row in alarms.md', () => {
    const runbooks = [...alerts.matchAll(/runbook: (\S+)/g)].map(([, path = '']) => path);
    expect(runbooks).toHaveLength(names.length);
    expect(runbooks.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
    expect(names.filter((name) => !textOf('alarms.md').includes(`| ${name} |`))).toEqual([]);
  });
});
