import type { DynamicModule } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { MemberMessaging, MessagingModule } from '@lienthong/messaging';
import type { ServiceConfig } from '../config/service.config';
import { BackgroundParts } from '../health/background-parts';
import { consumerProbe, depthsProbe, relayProbe } from '../health/messaging.probes';
import { MemberKeyDirectory } from '../keys/member-key-directory';
import { memberSigner } from '../keys/staff-directory';
import { exportConsumer, exportDepths, exportRelay, messagingObserver } from '../metrics/messaging.metrics';
import { Metrics } from '../metrics/metrics';

/** The messaging of a member, with its key and the key directory of its home. @throws keys.PRIVATE_KEY_MISSING */
export function messagingModule(config: ServiceConfig): DynamicModule {
  return MessagingModule.forMember({
    member: config.member,
    brokers: config.kafkaBrokers,
    credentials: config.kafkaCredentials,
    topicPrefix: config.topicPrefix,
    topicPartitions: config.topicPartitions,
    maxBatch: config.maxBatch,
    sessionTimeoutMs: config.sessionTimeoutMs,
    resendAfterMs: config.resendAfterMs,
    askAgainMs: config.askAgainMs,
    gapAlarmMs: config.gapAlarmMs,
    depthsKeptMs: config.depthsKeptMs,
    duplicateWindowDays: config.duplicateWindowDays,
    signer: memberSigner(config.home, config.member),
    keys: new MemberKeyDirectory(config.home),
  });
}

/** Binds the message handlers, lets consumer and relay start when the database stands, and shows how they fare. */
export function connectMessaging(app: NestExpressApplication, config: ServiceConfig): void {
  const messaging = app.get(MemberMessaging);
  app.connectMicroservice({ strategy: messaging.server }, { inheritAppConfig: true });
  exportMessaging(app.get(Metrics), messaging);
  const parts = app.get(BackgroundParts);
  parts.add({
    name: 'broker',
    start: () => messaging.start(),
    stop: () => messaging.stop(),
    health: async () => {
      const { fetchAgeLimitMs } = config;
      return consumerProbe({ state: messaging.consumerState(), lag: await messaging.lag(), fetchAgeLimitMs });
    },
  });
  parts.addProbe('relay', () => relayProbe(messaging.relay.state()));
  parts.addProbe('messages', async () => depthsProbe(await messaging.depths.current(), config.outboxAgeLimitMs));
}

function exportMessaging(metrics: Metrics, messaging: MemberMessaging): void {
  messaging.observe(messagingObserver(metrics));
  for (const outcome of ['handled', 'repeated', 'parked', 'stashed'] as const) {
    const name = `lienthong_inbox_${outcome}_total`;
    metrics.count(name, `Messages received and ${outcome}`, () => messaging.counts[outcome]);
  }
  exportRelay(metrics, 'outbox', () => messaging.relay.state());
  exportConsumer(metrics, { state: () => messaging.consumerState(), lag: () => messaging.lag() });
  exportDepths(metrics, () => messaging.depths.current());
}
