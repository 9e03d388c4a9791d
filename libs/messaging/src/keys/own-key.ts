import type { KeyDirectory, Signer } from '@lienthong/envelope';
import type { Clock } from '@lienthong/kernel';
import type { KafkaLogger } from '../kafka/kafka-client';
import { signingKey } from './signing-key.rules';

/** The private keys of a member as they lie in its home at this moment. */
export type OwnKeys = () => readonly Signer[];

export interface OwnKeyOptions {
  readonly member: string;
  readonly own: OwnKeys;
  /** What the bus says of keys. */
  readonly directory: KeyDirectory;
  /** Reads it again: what another instance was told counts here too. */
  readonly refresh: () => Promise<void>;
  readonly clock: Clock;
  readonly logger: KafkaLogger;
}

const LOOK_EVERY_MS = 2_000;

/** The key with which a member signs at this moment; it changes while the service runs. */
export class OwnKey {
  private timer?: NodeJS.Timeout;
  private last?: string;

  constructor(private readonly options: OwnKeyOptions) {}

  get current(): Signer {
    const { member, own, directory, clock, logger } = this.options;
    const find = (kid: string): ReturnType<KeyDirectory['find']> => directory.find(kid);
    const signer = signingKey(own(), { member, now: clock.now(), find });
    if (!signer) throw new Error(`no private key of ${member} lies in its home`);
    if (this.last !== signer.kid) {
      if (this.last !== undefined) logger.info({ kid: signer.kid, before: this.last }, 'another key signs from now on');
      this.last = signer.kid;
    }
    return signer;
  }

  /** Once the directory has been read. */
  start(): void {
    this.last = this.current.kid;
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Also where nothing is to be signed at the moment. With one key there is nothing to choose, and nothing is asked. */
  private async look(): Promise<void> {
    const { own, refresh, logger } = this.options;
    try {
      if (own().length < 2) return;
      await refresh();
      this.last = this.current.kid;
    } catch (error) {
      logger.warn({ error: String(error) }, 'the keys of this member could not be looked at; the next look follows');
    }
  }
}
