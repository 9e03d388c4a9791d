import type { DynamicModule } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { MemberMessaging, MessagingModule } from '@lienthong/messaging';
import type { ServiceConfig } from '../config/service.config';
import { BackgroundParts, type ProbeResult } from '../health/background-parts';
import { MemberKeyDirectory } from '../keys/member-key-directory';
import { memberSigner } from '../keys/staff-directory';
import { Metrics } from '../metrics/metrics';

/** The messaging of a member, with its key and the key directory of its home. @throws keys.PRIVATE_KEY_MISSING */
export function messagingModule(config: ServiceConfig): DynamicModule {
  return MessagingModule.forMember({
    member: config.member,
    brokers: config.kafkaBrokers,
    topicPrefix: config.topicPrefix,
    topicPartitions: config.topicPartitions,
    maxBatch: config.maxBatch,
    sessionTimeoutMs: config.sessionTimeoutMs,
    resendAfterMs: config.resendAfterMs,
    askAgainMs: config.askAgainMs,
    gapAlarmMs: config.gapAlarmMs,
    duplicateWindowDays: config.duplicateWindowDays,
    signer: memberSigner(config.home, config.member),
    keys: new MemberKeyDirectory(config.home),
  });
}

/** Binds the message handlers, and lets consumer and relay start when the database stands. */
export function connectMessaging(app: NestExpressApplication, fetchAgeLimitMs: number): void {
  const messaging = app.get(MemberMessaging);
  app.connectMicroservice({ strategy: messaging.server }, { inheritAppConfig: true });
  for (const outcome of ['handled', 'repeated', 'parked', 'stashed'] as const) {
    const name = `lienthong_inbox_${outcome}_total`;
    app.get(Metrics).count(name, `Messages received and ${outcome}`, () => messaging.counts[outcome]);
  }
  app.get(BackgroundParts).add({
    name: 'broker',
    start: () => messaging.start(),
    stop: () => messaging.stop(),
    health: () => brokerProbe(messaging.health(), fetchAgeLimitMs),
  });
}

function brokerProbe(health: { joined: boolean; lastFetchAgeMs: number }, limitMs: number): ProbeResult {
  const facts = { joined: health.joined, lastFetchAgeMs: Math.round(health.lastFetchAgeMs) };
  if (!health.joined) return { ready: false, waitingFor: 'the consumer to join its group at KAFKA_BROKERS', facts };
  if (health.lastFetchAgeMs > limitMs) {
    return {
      ready: false,
      waitingFor: `a fetch from the broker; the last one is ${facts.lastFetchAgeMs} ms old`,
      facts,
    };
  }
  return { ready: true, facts };
}
