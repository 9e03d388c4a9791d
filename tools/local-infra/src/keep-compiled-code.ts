// Loaded before a service by `node --require`: its files are found and compiled once, by the first start after a build,
// which keeps both when it ends. Node 22 can do the second half by itself (`module.enableCompileCache`).
import { readFileSync } from 'node:fs';
import Module, { isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { type CompiledCode, CompiledCodeStore } from './compiled-code';
import { repositoryRoot } from './repository';

type Resolve = (request: string, parent: NodeModule | undefined, ...others: unknown[]) => string;
type Compile = (this: NodeModule, source: string, file: string, format?: string) => unknown;
type Load = (module: NodeModule, file: string) => void;

/** The parts of Node's loader that tools of this kind replace. */
interface Loader {
  _resolveFilename: Resolve;
  readonly _extensions: Record<'.js', Load>;
  readonly _cache: NodeJS.Dict<NodeModule>;
  readonly prototype: { _compile: Compile };
}

const loader = Module as unknown as Loader;
/** What V8 compiled before does not know any more who answers `import()`. */
const IMPORTS_LATER = /\bimport\s*\(/;

function keepCompiledCode(script: string): void {
  const store = new CompiledCodeStore(script, repositoryRoot());
  const kept = store.read();
  if (kept) useKept(kept);
  else process.once('exit', keepWhatIsLoaded(store));
}

/** Files that are not known, or were compiled otherwise than as CommonJS, are loaded as ever. */
function useKept({ resolved, code }: CompiledCode): void {
  const { _resolveFilename: resolve, _extensions: extensions } = loader;
  const load = extensions['.js'];
  loader._resolveFilename = (request, parent, ...others) =>
    resolved.get(requestOf(request, parent, others)) ?? resolve(request, parent, ...others);
  extensions['.js'] = (module, file) => {
    const cachedData = code.get(file);
    if (!cachedData) return load(module, file);
    code.delete(file);
    run(scriptOf(readFileSync(file, 'utf8'), file, cachedData), module, file);
  };
}

function keepWhatIsLoaded(store: CompiledCodeStore): (exitCode: number) => void {
  const resolved = new Map<string, string>();
  const scripts = new Map<string, Script>();
  const { _resolveFilename: resolve } = loader;
  const { _compile: compile } = loader.prototype;
  loader._resolveFilename = (request, parent, ...others) => {
    const file = resolve(request, parent, ...others);
    if (others.every((other) => !other) && !isBuiltin(request)) resolved.set(requestOf(request, parent, []), file);
    return file;
  };
  loader.prototype._compile = function (this: NodeModule, source, file, format) {
    const isPlain = format !== 'module' && file.endsWith('.js') && !IMPORTS_LATER.test(source);
    if (!isPlain) return compile.call(this, source, file, format);
    const script = scriptOf(source, file);
    scripts.set(file, script);
    return run(script, this, file);
  };
  return (exitCode) => {
    if (exitCode !== 0) return;
    const code = new Map([...scripts].map(([file, compiled]) => [file, compiled.createCachedData()]));
    store.write({ resolved, code });
  };
}

/** Whoever asks with options of its own (`others`) is answered by Node. */
function requestOf(request: string, parent: NodeModule | undefined, others: readonly unknown[]): string {
  return others.some((other) => other) ? '' : `${parent?.path ?? ''}\0${request}`;
}

function scriptOf(source: string, filename: string, cachedData?: Buffer): Script {
  const text = Module.wrap(source.startsWith('#!') ? `//${source}` : source);
  return new Script(text, { filename, ...(cachedData && { cachedData }) });
}

function run(script: Script, module: NodeModule, file: string): unknown {
  const body = script.runInThisContext() as (...parameters: unknown[]) => unknown;
  return body.call(module.exports, module.exports, requireOf(module), module, file, dirname(file));
}

/** As Node makes it for each module. */
function requireOf(module: NodeModule): NodeJS.Require {
  const resolve = (request: string, options?: object): string =>
    loader._resolveFilename(request, module, false, options);
  return Object.assign((id: string): unknown => module.require(id), {
    resolve: resolve as NodeJS.RequireResolve,
    main: process.mainModule,
    cache: loader._cache,
    extensions: loader._extensions as unknown as NodeJS.Require['extensions'],
  });
}

const [, script] = process.argv;
if (isMainThread && script !== undefined) keepCompiledCode(script);
