import { instantText, newId, OffsetClock } from '@lienthong/kernel';
import { type Contract, OFFICE } from './contract';
import { canonical, leafOfText, type Letter, sealed, type Signer, signed, sourceOf } from './wire';

/** One item of an acknowledgement, in canonical order. */
export interface Acknowledged {
  readonly at: string;
  readonly deliverySequence: number;
  readonly id: string;
  readonly logId: string;
  readonly outcome: 'handled';
  readonly sender: string;
  readonly stream: string;
}

/** Numbers of a stream that the bus has taken over. */
export interface AcceptedRun {
  readonly stream: string;
  readonly epoch: number;
  readonly from: number;
  readonly upTo: number;
}

export const clock = new OffsetClock(0);

export function now(): string {
  return instantText(clock.now());
}

export function leafOfItem(item: Acknowledged): Buffer {
  return leafOfText(JSON.stringify(item));
}

interface Protocol {
  readonly contract: Contract;
  readonly body: object;
  readonly from: string;
  /** `<member>/<office>` */
  readonly to: string;
  readonly signer: Signer;
  /** Leaves of an acknowledgement's items. */
  readonly items?: readonly Buffer[];
}

/** What bus and members answer each other: signed like every message, without a number in a stream. */
export function protocolLetter({ contract, body, from, to, signer, items }: Protocol): Letter {
  const value = canonical(body);
  const { salt, contentHash } = sealed(value);
  const attributes = {
    ...{ causationid: undefined, contenthash: contentHash, dataschema: contract.dataschema, epoch: '0' },
    ...{ id: newId(clock), partitionkey: `member:${from}`, recipients: to, senderoffice: OFFICE, sequence: '0' },
    ...{ source: sourceOf(from), time: now(), type: contract.type },
  };
  return signed({ attributes, salt, value }, signer, items);
}
