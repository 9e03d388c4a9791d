import { Logger } from '@nestjs/common';
import type { KafkaLogger } from '../kafka/kafka-client';

/** Facts and text in one structured line of the service's own log. */
export function nestLog(context: string): KafkaLogger {
  const logger = new Logger(context);
  return {
    debug: (facts, text) => logger.debug(facts, text),
    info: (facts, text) => logger.log(facts, text),
    warn: (facts, text) => logger.warn(facts, text),
    error: (facts, text) => logger.error(facts, text),
  };
}
