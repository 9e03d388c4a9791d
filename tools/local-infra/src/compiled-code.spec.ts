import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledCodeStore } from './compiled-code';

describe('the store of compiled code', () => {
  let root: string;
  const store = (script = 'dist/services/tax/src/main.js'): CompiledCodeStore => new CompiledCodeStore(script, root);
  const code = { resolved: new Map([['a', '/a.js']]), code: new Map([['/a.js', Buffer.from('compiled')]]) };
  const build = (fingerprint: string): void => writeFileSync(join(root, 'dist', '.fingerprint'), fingerprint);
  const install = (packages: string): void => writeFileSync(join(root, 'node_modules', '.package-lock.json'), packages);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lienthong-code-'));
    mkdirSync(join(root, 'dist'));
    mkdirSync(join(root, 'node_modules'));
    build('one');
    install('{}');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('gives a script what it wrote, and nothing to another', () => {
    expect(store().read()).toBeUndefined();
    store().write(code);
    expect(store().read()).toMatchObject({ resolved: code.resolved });
    expect(store().read()?.code.get('/a.js')?.toString()).toBe('compiled');
    expect(store('dist/services/intake/src/main.js').read()).toBeUndefined();
  });

  it('forgets what another build made', () => {
    store().write(code);
    build('two');
    expect(store().read()).toBeUndefined();
  });

  it('forgets what was made with other packages', () => {
    store().write(code);
    install('{"packages":1}');
    expect(store().read()).toBeUndefined();
  });

  it('does without where it cannot write, and without what is broken', () => {
    store().write(code);
    writeFileSync(join(root, 'dist', '.compiled', 'x'), '');
    rmSync(join(root, 'dist', '.compiled'), { recursive: true });
    writeFileSync(join(root, 'dist', '.compiled'), 'no folder');
    expect(() => store().write(code)).not.toThrow();
    expect(store().read()).toBeUndefined();
    expect(existsSync(join(root, 'dist', '.compiled'))).toBe(true);
  });
});
