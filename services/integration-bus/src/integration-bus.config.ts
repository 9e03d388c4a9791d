import { ArrayMaxSize, IsInt, Matches, Max, Min } from 'class-validator';
import { FilesConfig } from './files/files.config';

const DAY_MS = 86_400_000;

export class IntegrationBusConfig extends FilesConfig {
  /** Name of the message log in its signed checkpoints; verifiers pin it. */
  @Matches(/^[a-z0-9][a-z0-9./-]{2,100}$/)
  readonly logOrigin: string = 'lienthong/integration-bus';

  /** How often waiting log entries get their place in the tree, and a checkpoint is signed. */
  @IsInt()
  @Min(50)
  @Max(60_000)
  readonly sequenceEveryMs: number = 1_000;

  @IsInt()
  @Min(1)
  @Max(20_000)
  readonly sequenceAtOnce: number = 2_000;

  /** A delivery without an answer is produced again after this time, then after twice as long, and so on. */
  @IsInt()
  @Min(100)
  @Max(DAY_MS)
  readonly redeliverAfterMs: number = 10_000;

  @IsInt()
  @Min(100)
  @Max(DAY_MS)
  readonly redeliverAtMostMs: number = 600_000;

  /** For so long payloads, and the files that they name, are kept; the log stays. Configuration: no law was read that says how long. */
  @IsInt()
  @Min(90)
  @Max(36_500)
  readonly payloadKeptDays: number = 1_825;

  /** How often senders are told what their recipients did not get or could not take. */
  @IsInt()
  @Min(50)
  @Max(60_000)
  readonly tellNotHandledMs: number = 1_000;

  /** Deliveries to one recipient that may be without an answer at a time. */
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly inFlightPerRecipient: number = 500;

  /** Messages of one stream that may wait behind a gap; later ones stay open at their sender. */
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly stashedPerStream: number = 500;

  /** How far the time of a message may lie ahead of this clock. */
  @IsInt()
  @Min(1)
  @Max(1_440)
  readonly clockSkewMinutes: number = 15;
  /** When the nightly comparison of the members' books begins: minutes after midnight in Vietnam. */
  @IsInt()
  @Min(0)
  @Max(1_439)
  readonly reconcileAtMinute: number = 90;

  /** Messages younger than this are on their way still, and not compared. */
  @IsInt()
  @Min(0)
  @Max(DAY_MS)
  readonly reconcileMarginMs: number = 900_000;

  /** A book that has not come after this time is named as missing. */
  @IsInt()
  @Min(1_000)
  @Max(DAY_MS)
  readonly reconcileWaitMs: number = 1_800_000;

  /** Deliveries of a restored member that are looked at in one transaction, for what it may have lost. */
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly restoredSearchAtOnce: number = 2_000;

  /** The directory of members, keys and grants is read again at least this often. */
  @IsInt()
  @Min(1_000)
  @Max(3_600_000)
  readonly directoryAgeMs: number = 30_000;

  /** A submission that could not be committed for this long is answered "try again". */
  @IsInt()
  @Min(100)
  @Max(60_000)
  readonly submitWithinMs: number = 10_000;

  /** Messages that a member may send in a second, where the registry says nothing else; by HTTP more are refused, by Kafka they wait. */
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly memberMessagesPerSecond: number = 5_000;

  /** Bytes of messages that a member may send in a second, where the registry says nothing else. */
  @IsInt()
  @Min(1_024)
  @Max(1_073_741_824)
  readonly memberBytesPerSecond: number = 32 * 1_048_576;

  /** Requests of one member at the same time, where the registry says nothing else. */
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly memberConcurrentRequests: number = 100;

  /** Requests of one member a second that bring no message, where the registry says nothing else. */
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly memberRequestsPerSecond: number = 2_000;

  /** Bytes of files that one member sends and fetches in a second, where the registry says nothing else; what is more waits. */
  @IsInt()
  @Min(65_536)
  @Max(10_737_418_240)
  readonly memberFileBytesPerSecond: number = 64 * 1_048_576;

  /** Bytes of files that are kept of one member, where the registry says nothing else. */
  @IsInt()
  @Min(1)
  @Max(1_125_899_906_842_624)
  readonly memberFileBytesKept: number = 256 * 1_073_741_824;

  /** Networks beside the public ones in which webhooks may lie, such as the province's own: `10.1.0.0/16`. */
  @ArrayMaxSize(50)
  @Matches(/^[0-9a-f.:]+\/\d{1,3}$/, { each: true, message: 'each must be a network such as 10.1.0.0/16' })
  readonly webhookNetworks: string[] = [];

  /** Time in which a webhook must have answered, its name looked up and its answer read. */
  @IsInt()
  @Min(100)
  @Max(60_000)
  readonly webhookTimeoutMs: number = 5_000;

  /** How often acts are looked for that nobody confirmed in time. */
  @IsInt()
  @Min(100)
  @Max(3_600_000)
  readonly actsWatchedEveryMs: number = 60_000;

  /** An act on the registry is heard by NOTIFY; this often its version is looked at besides, should a word be lost. */
  @IsInt()
  @Min(100)
  @Max(60_000)
  readonly registryWatchedEveryMs: number = 2_000;
}
