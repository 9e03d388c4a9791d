import { Injectable } from '@nestjs/common';
import type { KeyDirectory, PublicKeyRecord } from '@lienthong/envelope';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
import { IntegrationBusConfig } from '../integration-bus.config';
import { busErrors } from '../integration-bus.errors';
import { type PublishedKey, RegistryRepository } from './registry.repository';
import { RegistrySnapshot } from './registry-snapshot';

const NO_ROWS = { members: [], keys: [], offices: [], grants: [], schemas: [] };
const SHORTEST_AGE_MS = 1_000;

/** The registry in memory: read at start, again when it is old, and at once when something asked for is missing. */
@Injectable()
export class CurrentRegistry implements KeyDirectory, BackgroundPart {
  readonly name = 'registry';
  private snapshot = new RegistrySnapshot(NO_ROWS);
  private published: readonly PublishedKey[] = [];
  private readAt = 0;
  private version = '';
  private reading: Promise<unknown> = Promise.resolve();
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly repository: RegistryRepository,
    private readonly config: IntegrationBusConfig,
  ) {}

  get now(): RegistrySnapshot {
    return this.snapshot;
  }

  get publishedKeys(): readonly PublishedKey[] {
    return this.published;
  }

  /** Who is to look again after an act has changed the registry. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Members whose messages are read: what a suspended one writes stays in its topic. */
  get kafkaSenders(): readonly string[] {
    return this.kafkaMembers.filter((code) => this.snapshot.member(code)?.state === 'active');
  }

  /** Members that read and write their topics themselves. */
  get kafkaMembers(): readonly string[] {
    return [...this.snapshot.members.values()].filter(({ transport }) => transport === 'kafka').map(({ code }) => code);
  }

  /** Whether deliveries go to its topic now: it takes them from Kafka, and is not suspended. */
  isReached(code: string): boolean {
    const member = this.snapshot.member(code);
    return member?.transport === 'kafka' && member.state === 'active';
  }

  find(kid: string): PublicKeyRecord | undefined {
    return this.snapshot.find(kid);
  }

  start(): Promise<void> {
    return this.load();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  health(): ProbeResult {
    if (this.snapshot.members.size === 0) return { ready: false, waitingFor: 'members in the registry' };
    return { ready: true, facts: { members: this.snapshot.members.size } };
  }

  /** One reading at a time: an older one never replaces a newer. @throws integration-bus.REGISTRY_EMPTY (transient: the migrator may still be loading) */
  load(): Promise<void> {
    const next = this.reading.then(() => this.readNow());
    this.reading = next.catch(() => undefined);
    return next;
  }

  /** Reads again when an act has changed something since the last reading. */
  async refreshIfChanged(): Promise<void> {
    if ((await this.repository.version()) !== this.version) await this.load();
  }

  private async readNow(): Promise<void> {
    const { snapshot, publishedKeys, version } = await this.repository.read();
    if (snapshot.members.size === 0) throw busErrors.REGISTRY_EMPTY();
    this.snapshot = snapshot;
    this.published = publishedKeys;
    this.readAt = performance.now();
    const isNews = this.version !== '' && version !== this.version;
    this.version = version;
    if (isNews) for (const listener of this.listeners) listener();
  }

  async refreshWhenOld(): Promise<void> {
    if (performance.now() - this.readAt > this.config.directoryAgeMs) await this.load();
  }

  /** For something that is not known: reads again unless that was done just now. Returns whether it did. */
  async refreshNow(): Promise<boolean> {
    if (performance.now() - this.readAt < SHORTEST_AGE_MS) return false;
    await this.load();
    return true;
  }
}
