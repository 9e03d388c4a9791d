import type { KafkaCredentials } from '@lienthong/messaging';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';

const PORT_MAX = 65_535;
const hasCredentials = ({ kafkaSaslUsername, kafkaSaslPassword }: ServiceConfig): boolean =>
  kafkaSaslUsername !== undefined || kafkaSaslPassword !== undefined;
const YEAR_MS = 366 * 24 * 3_600_000;

/**
 * Settings of every service. Each property is read from the environment variable of the same name in UPPER_SNAKE
 * (`databaseUrl` ← DATABASE_URL); a service adds its own by a subclass. All faults are listed at start.
 */
export class ServiceConfig {
  /** Set by the service definition, not by the environment. */
  @Matches(/^[a-z][a-z-]*$/)
  readonly member: string;

  @IsInt()
  @Min(0)
  @Max(PORT_MAX)
  readonly port: number;

  /** PostgreSQL URL of the app role of this service's own database. */
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true })
  readonly databaseUrl: string;

  /** `host:port`, comma-separated. */
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Matches(/^[^\s:]+:\d{1,5}$/, { each: true, message: 'each must be host:port' })
  readonly kafkaBrokers: string[];

  /** Who the service is for the broker (SASL/SCRAM-SHA-512); both or neither. */
  @ValidateIf(hasCredentials)
  @MinLength(1)
  readonly kafkaSaslUsername?: string;

  @ValidateIf(hasCredentials)
  @MinLength(1)
  readonly kafkaSaslPassword?: string;

  /** Whether the connection to the broker is encrypted; Node must know its certificate (NODE_EXTRA_CA_CERTS). */
  @IsBoolean()
  readonly kafkaTls: boolean = false;

  /** Put before every topic name; separates runs that share a broker. */
  @Matches(/^[a-z0-9][a-z0-9._-]{0,60}$/)
  readonly topicPrefix: string = 'lt.';

  @IsInt()
  @Min(1)
  @Max(64)
  readonly topicPartitions: number = 3;

  /** Added to the machine's time by the service's Clock. */
  @IsInt()
  @Min(-30 * YEAR_MS)
  @Max(30 * YEAR_MS)
  readonly clockOffsetMs: number = 0;

  /** Profile of the money leg of land dossiers: the regime of the day, or one for every day (`libs/contracts`, law.config.ts). */
  @IsIn(['by-date', 'A', 'B', 'C'])
  readonly legalRegime: 'by-date' | 'A' | 'B' | 'C' = 'by-date';

  /** Folder with the member's private key, the key directory and the issuer's public keys. */
  @MinLength(1)
  readonly lienthongHome: string = '.lienthong';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  readonly logLevel: string = 'info';

  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  readonly busUrl?: string;

  /** Where citizens look a dossier up; the QR code of a paper opens this address with `/<dossier code>` behind it. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  @MaxLength(200)
  readonly paperLookUpUrl?: string;

  /** The place that stands before the date of a paper. */
  @Length(1, 60)
  readonly paperPlace: string = 'Đồng Nai';

  @IsInt()
  @Min(1)
  @Max(100)
  readonly databasePoolSize: number = 8;

  @IsInt()
  @Min(1_024)
  @Max(16 * 1_048_576)
  readonly bodyLimitBytes: number = 1_048_576;

  /** Time that running HTTP requests get when the service stops. */
  @IsInt()
  @Min(0)
  @Max(60_000)
  readonly stopGraceMs: number = 5_000;

  /** A consumer that has not fetched for this long is reported as not ready. */
  @IsInt()
  @Min(1_000)
  @Max(600_000)
  readonly fetchAgeLimitMs: number = 30_000;

  /** An outbox row without an answer for longer than this is told in readiness as late; the service stays ready. */
  @IsInt()
  @Min(1_000)
  @Max(7 * 86_400_000)
  readonly outboxAgeLimitMs: number = 300_000;

  /** A consumer that is silent for this long loses its partitions to the other instances; the broker may forbid short ones. */
  @IsInt()
  @Min(1_000)
  @Max(300_000)
  readonly sessionTimeoutMs: number = 10_000;

  /** A message that the bus has not accepted is sent again after this time, then after twice as long, and so on. */
  @IsInt()
  @Min(100)
  @Max(300_000)
  readonly resendAfterMs: number = 5_000;

  /** How often the other side is asked again for the missing numbers of a stream. */
  @IsInt()
  @Min(100)
  @Max(3_600_000)
  readonly askAgainMs: number = 5_000;

  /** Numbers that are missing for longer raise an alarm. */
  @IsInt()
  @Min(1_000)
  @Max(86_400_000)
  readonly gapAlarmMs: number = 60_000;

  /** What waits (unsent, parked, stashed) is counted for readiness and metrics at most this often. */
  @IsInt()
  @Min(50)
  @Max(60_000)
  readonly depthsKeptMs: number = 5_000;

  /** Identities are remembered for this long at least. */
  @IsInt()
  @Min(1)
  @Max(3_650)
  readonly duplicateWindowDays: number = 90;

  /** The answer to a creating request is given again for this long; then its Idempotency-Key is free. */
  @IsInt()
  @Min(1)
  @Max(3_650)
  readonly idempotencyKeyDays: number = 30;

  /** The longest time until a service that has timers sees one that another instance has set. */
  @IsInt()
  @Min(20)
  @Max(60_000)
  readonly timerPollMs: number = 5_000;

  /** Messages that one transaction may take. */
  @IsInt()
  @Min(1)
  @Max(500)
  readonly maxBatch: number = 500;

  /** Absent where the broker asks nobody who he is. */
  get kafkaCredentials(): KafkaCredentials | undefined {
    const { kafkaSaslUsername: username, kafkaSaslPassword: password, kafkaTls: tls } = this;
    return username === undefined || password === undefined ? undefined : { username, password, tls };
  }

  /** The folder of keys (LIENTHONG_HOME). */
  get home(): string {
    return this.lienthongHome;
  }
}
