import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { fullJitter } from '@lienthong/messaging';
import { connectionTypes, Database, PreparingClient, SESSION_OPTIONS } from '@lienthong/persistence';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
import type { Client, ClientBase } from 'pg';
import { BUS_MEMBER } from '../../bus-address';

/** NOTIFY channel on which a commit says for which members without Kafka something has changed. */
const CHANNEL = 'lienthong_held';
/** A notification holds less than 8,000 bytes; an empty one means all. */
const MOST_BYTES = 7_000;
const BACK_OFF = { firstMs: 100, longestMs: 5_000 };

/** Told in the transaction that changes something, so that nobody looks too early, and nobody misses it. */
export async function announceHeld(client: ClientBase, members: readonly string[]): Promise<void> {
  if (members.length === 0) return;
  const text = [...new Set(members)].join(',');
  await client.query('select pg_notify($1, $2)', [CHANNEL, text.length > MOST_BYTES ? '' : text]);
}

/** Wakes who waits for deliveries to a member, whichever instance of the bus has committed them. */
@Injectable()
export class HeldWakeUps implements BackgroundPart {
  readonly name = 'held-deliveries';
  private readonly logger = new Logger(HeldWakeUps.name);
  private readonly sleepers = new Map<string, Set<() => void>>();
  private readonly listeners: ((member: string | undefined) => void)[] = [];
  private client?: Client | undefined;
  private isStopped = false;

  constructor(private readonly database: Database) {}

  /** Called for a member of which something has changed, or without one when that may be any. */
  onChange(listener: (member: string | undefined) => void): void {
    this.listeners.push(listener);
  }

  /** Resolves when something has changed for the member, or `forget` is called. */
  next(member: string): { readonly changed: Promise<void>; readonly forget: () => void } {
    const sleepers = this.sleepers.get(member) ?? new Set<() => void>();
    this.sleepers.set(member, sleepers);
    let wake: () => void = () => undefined;
    const changed = new Promise<void>((resolve) => (wake = resolve));
    sleepers.add(wake);
    const forget = (): void => {
      sleepers.delete(wake);
      if (sleepers.size === 0 && this.sleepers.get(member) === sleepers) this.sleepers.delete(member);
      wake();
    };
    return { changed, forget };
  }

  async start(): Promise<void> {
    this.isStopped = false;
    await this.listen();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.wake(undefined);
    await this.client?.end().catch(() => undefined);
  }

  health(): ProbeResult {
    return this.client ? { ready: true } : { ready: false, waitingFor: 'a connection that hears of new deliveries' };
  }

  private async listen(): Promise<void> {
    const client = new PreparingClient({
      connectionString: this.database.options.url,
      application_name: `${BUS_MEMBER}:held`,
      types: connectionTypes,
      options: SESSION_OPTIONS,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => {
      for (const member of payload ? payload.split(',') : [undefined]) this.wake(member);
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    // what was told while nobody listened
    this.wake(undefined);
  }

  private lost(client: Client): void {
    if (client !== this.client) return;
    this.client = undefined;
    void client.end().catch(() => undefined);
    if (!this.isStopped) void this.listenAgain();
  }

  private async listenAgain(): Promise<void> {
    for (let attempt = 1; !this.isStopped; attempt += 1) {
      await delay(fullJitter(attempt, BACK_OFF), undefined, { ref: false });
      try {
        if (!this.isStopped) await this.listen();
        return;
      } catch (error) {
        this.logger.warn({ error: String(error), attempt, msg: 'new deliveries cannot be heard of yet' });
      }
    }
  }

  private wake(member: string | undefined): void {
    const woken = member === undefined ? [...this.sleepers.values()] : [this.sleepers.get(member) ?? []];
    for (const wakes of woken) for (const wake of wakes) wake();
    for (const listener of this.listeners) listener(member);
  }
}
