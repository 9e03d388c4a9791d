import { join } from 'node:path';
import { interruptSignal } from '../../demo/src';
import { repositoryRoot } from '../../local-infra/src';
import { CopiedTree } from './copied-tree';
import { type Mutant, readMutants } from './mutant';
import { reading, type Reading, readingOfTest } from './reading';

interface Verdict extends Reading {
  readonly mutant: Mutant;
  readonly elapsedMs: number;
}

const FAILED = 1;
const WRONG_INPUT = 2;
const INTERRUPTED = 130;
const usage = `npm run mutants -- [name …]

Plants each bug of test/mutants in a copy of the last commit, and runs there what must find it: the crash sweep, which must
see the violation that the patch names, or a specification, of which the test that the patch names must fail.
Exit code 0 when every bug is found, 1 when one survives or a patch no longer fits, 2 wrong input.
`;

async function main(args: readonly string[]): Promise<number> {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  const root = repositoryRoot();
  const all = readMutants(join(root, 'test', 'mutants'));
  const strangers = args.filter((name) => !all.some((mutant) => mutant.name === name));
  if (strangers.length > 0) {
    process.stderr.write(`no mutant ${strangers.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}\n`);
    return WRONG_INPUT;
  }
  const signal = interruptSignal(() => process.stderr.write('stopping\n'));
  const verdicts: Verdict[] = [];
  for (const mutant of all.filter(({ name }) => args.length === 0 || args.includes(name))) {
    if (signal.aborted) return INTERRUPTED;
    process.stderr.write(`${mutant.title}\n`);
    verdicts.push(await judged(root, mutant, signal));
  }
  for (const { mutant, found, text, elapsedMs } of verdicts)
    say(
      `${found ? 'found    ' : 'NOT FOUND'}  ${mutant.name.padEnd(40)} ${(elapsedMs / 1_000).toFixed(0).padStart(4)} s  ${text}`,
    );
  return verdicts.every(({ found }) => found) ? 0 : FAILED;
}

async function judged(root: string, mutant: Mutant, signal: AbortSignal): Promise<Verdict> {
  const startedAt = performance.now();
  const verdict = await tried(root, mutant, signal).catch((error: Error) => ({ found: false, text: error.message }));
  return { mutant, ...verdict, elapsedMs: performance.now() - startedAt };
}

async function tried(root: string, { file, trial }: Mutant, signal: AbortSignal): Promise<Reading> {
  const tree = CopiedTree.make(root);
  try {
    tree.apply(file);
    if (trial.by === 'test') return readingOfTest(await tree.test(trial.spec, signal), trial.title);
    tree.build();
    const { stdout } = await tree.run('crash-sweep', [...trial.options, '--json'], signal);
    return reading(stdout, trial.expected);
  } finally {
    tree.remove();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(FAILED);
  },
);
