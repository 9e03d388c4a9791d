import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from './effect';

/** Variables by which a process learns that it is swept. */
export const SWEPT_PROCESS = 'LIENTHONG_SWEPT_PROCESS';
export const SWEEP_FOLDER = 'LIENTHONG_SWEEP_FOLDER';

/** What a process is told: where it is to end. New orders count occurrences anew. */
export interface Orders {
  readonly targets: readonly Target[];
  /** Effects to be written down: each one, or only the first of its name since the process started. */
  readonly record: 'every' | 'first';
}

/** Files through which a process and the sweep speak: orders in, effects, handlings and the last word out. */
export interface SweepFiles {
  readonly orders: string;
  readonly effects: string;
  readonly handlings: string;
  readonly killed: string;
}

export function sweepFiles(folder: string, process: string): SweepFiles {
  const file = (name: string): string => join(folder, `${process}.${name}`);
  return {
    orders: file('orders.json'),
    effects: file('effects.jsonl'),
    handlings: file('handlings.jsonl'),
    killed: file('killed.json'),
  };
}

export function writeOrders({ orders }: SweepFiles, given: Orders): void {
  writeFileSync(`${orders}.new`, JSON.stringify(given));
  renameSync(`${orders}.new`, orders);
}

/** The text of the orders, empty while there are none. */
export function ordersText({ orders }: SweepFiles): string {
  try {
    return readFileSync(orders, 'utf8');
  } catch {
    return '';
  }
}
