import { testsRunInFull } from './testing.config';

/** How large the larger tests are: `npm test` takes about a hundredth, `npm run test:full` all of it. */
const SIZES = {
  /** Messages that wait for a member that was away for seven days (promise 12). */
  messagesWaiting: { sample: 1_000, full: 100_000 },
  /** How long a network between two parts stays cut, in ms. */
  partitionMs: { sample: 3_000, full: 30_000 },
  /** Kills of the seeded sample of the crash sweep in `npm test`. */
  sweepKills: { sample: 20, full: 60 },
  /** Messages through two instances that come and go (promise 11). */
  sharedMessages: { sample: 300, full: 30_000 },
  /** Messages that pile up behind a slow database (promise 13). */
  messagesBehindSlowDatabase: { sample: 2_000, full: 50_000 },
  /** Size of a file whose way through the bus must not take memory (issue 7: 1 GB). */
  fileBytes: { sample: 160 * 1_048_576, full: 1_073_741_824 },
  /** Messages of one stream that wait behind a missing number; more than one transaction drains (promise 5). */
  messagesBehindGap: { sample: 2_300, full: 30_000 },
  /** Mergers of communes of 1 July 2025 that a test carries out by acts. */
  communeMergers: { sample: 8, full: 95 },
  /** Messages that are sent once more, twice (replay). */
  messagesReplayed: { sample: 300, full: 10_000 },
  /** Answered deliveries among which those are looked for that a restored member may have lost. */
  deliveriesSearched: { sample: 20_000, full: 200_000 },
  /** Messages that four pullers take from the bus while they crash at random (A11). */
  pulledMessages: { sample: 400, full: 10_000 },
} as const;

/** The size of one test in this run. */
export function sizeOf(what: keyof typeof SIZES): number {
  return SIZES[what][testsRunInFull() ? 'full' : 'sample'];
}
