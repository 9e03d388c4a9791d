import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sizeOf } from '@lienthong/testing';
import { childEnvironment, repositoryRoot } from '../../tools/local-infra/src';

interface SweepDocument {
  readonly kills: number;
  readonly dossiers: number;
  readonly messages: number;
  readonly effectsRecorded: number;
  readonly crashes: { readonly postgres: number; readonly kafka: number };
  readonly processes: readonly { readonly process: string; readonly recorded: number; readonly kills: number }[];
}

const TIMEOUT_MS = 540_000;
/** A dossier of the default file brings so many messages. */
const MESSAGES_OF_A_DOSSIER = 18;

describe('the crash sweep', () => {
  it(
    'kills every process before and after its effects, crashes the broker, and nothing is lost, doubled, out of order or stuck',
    async () => {
      const kills = sizeOf('sweepKills');
      const { code, stdout, stderr } = await crashSweep('--kills', String(kills), '--seed', '4', '--json');
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
      const document = JSON.parse(stdout) as SweepDocument;
      expect(document).toMatchObject({ lost: 0, duplicated: 0, outOfOrder: 0, stuck: 0, money: 0, died: 0 });
      expect(document).toMatchObject({ violations: [], notCovered: [] });
      expect(document.kills).toBeGreaterThanOrEqual(kills);
      expect(document.messages).toBe(MESSAGES_OF_A_DOSSIER * document.dossiers);
      expect(document.effectsRecorded).toBeGreaterThan(300);
      expect(document.crashes).toEqual({ postgres: 0, kafka: 1 });
      expect(document.processes).toHaveLength(6);
      for (const process of document.processes) expect(process.kills).toBeGreaterThanOrEqual(2);
    },
    TIMEOUT_MS,
  );

  it(
    'kills the agencies of births in the same way, and no child gets a second number, register entry, residence or card',
    async () => {
      const kills = sizeOf('sweepKills');
      const { code, stdout, stderr } = await crashSweep(
        ...['--procedure', 'birth', '--kills', String(kills), '--seed', '4', '--json'],
      );
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
      const document = JSON.parse(stdout) as SweepDocument;
      expect(document).toMatchObject({ procedure: 'birth', violations: [], notCovered: [] });
      expect(document.crashes).toEqual({ postgres: 0, kafka: 1 });
      expect(document.processes.map(({ process }) => process).sort()).toEqual([
        'civil-status',
        'health-insurance',
        'intake',
        'integration-bus',
        'residence',
      ]);
      for (const process of document.processes) expect(process.kills).toBeGreaterThanOrEqual(2);
    },
    TIMEOUT_MS,
  );
});

/** With servers of its own, which it may crash. */
function crashSweep(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const script = join(repositoryRoot(), 'dist', 'tools', 'crash-sweep', 'src', 'main.js');
  const child = spawn(process.execPath, [script, ...args], {
    env: childEnvironment({
      DATABASE_URL: undefined,
      KAFKA_BROKERS: undefined,
      LIENTHONG_INFRASTRUCTURE: 'embedded',
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString('utf8')));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString('utf8')));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}
