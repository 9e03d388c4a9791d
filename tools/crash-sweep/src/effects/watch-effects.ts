import { openSync, writeFileSync, writeSync } from 'node:fs';
import type { Target, When } from './effect';
import type { Observer } from './observer';
import { type Orders, ordersText, type SweepFiles } from './orders';

const LOOK_EVERY_MS = 100;

/**
 * Writes down the effects, and ends this process where the orders say: SIGKILL, so that nothing
 * after that instruction runs, no handler, no flush, no goodbye.
 */
export function watchEffects(files: SweepFiles): Observer {
  const journal = openSync(files.effects, 'a');
  let armed = new Map<string, Target>();
  let seen = '';
  let counts = new Map<string, number>();
  let every = true;
  const known = new Set<string>();
  const look = (): void => {
    const text = ordersText(files);
    if (text === seen) return;
    seen = text;
    const orders = JSON.parse(text) as Orders;
    armed = new Map(
      orders.targets.map((target) => [`${keyOf(target.name, target.when)}|${target.occurrence}`, target]),
    );
    counts = new Map();
    every = orders.record === 'every';
  };
  look();
  setInterval(look, LOOK_EVERY_MS).unref();
  return (name, when) => {
    const key = keyOf(name, when);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (when === 'before' && (every || !known.has(name))) writeSync(journal, `${JSON.stringify({ name })}\n`);
    known.add(name);
    const target = armed.get(`${key}|${count}`);
    if (target) end(files, target);
  };
}

function keyOf(name: string, when: When): string {
  return `${when}|${name}`;
}

function end({ killed }: SweepFiles, target: Target): void {
  writeFileSync(killed, JSON.stringify(target));
  process.kill(process.pid, 'SIGKILL');
  // the signal is this process's last event; nothing may run until it has come
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
