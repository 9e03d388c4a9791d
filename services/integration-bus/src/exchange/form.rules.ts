import {
  foreignExtension,
  type RawHeaders,
  recipientsText,
  type SignedAttributes,
  streamOf,
} from '@lienthong/envelope';
import type { AppError } from '@lienthong/kernel';
import { BUS_ADDRESS } from '../bus-address';
import { busErrors } from '../integration-bus.errors';

const MINUTE_MS = 60_000;
const TO_BUS = recipientsText([BUS_ADDRESS]);

/** An attribute that a sender may not set: it is not signed, so nobody could be held to it. */
export function extensionFault(headers: RawHeaders): AppError | undefined {
  const foreign = foreignExtension(headers);
  if (!foreign) return undefined;
  const { header } = foreign;
  return foreign.isOfBus ? busErrors.EXTENSION_RESERVED({ header }) : busErrors.EXTENSION_UNKNOWN({ header });
}

/** What is wrong with the numbers or the time of a message, whoever sends it. */
export function businessFault(
  { epoch, sequence, time }: SignedAttributes,
  { now, skewMinutes }: { readonly now: Date; readonly skewMinutes: number },
): AppError | undefined {
  if (epoch === '0' || sequence === '0') return busErrors.NUMBER_RESERVED();
  const isAhead = Date.parse(time) > now.getTime() + skewMinutes * MINUTE_MS;
  return isAhead ? busErrors.TIME_AHEAD({ time, minutes: skewMinutes }) : undefined;
}

/** A protocol message stands outside all streams and is for the bus alone. */
export function protocolFault(attributes: SignedAttributes, sender: string): AppError | undefined {
  const { partitionkey, recipients, epoch, sequence } = attributes;
  const stream = streamOf.member(sender);
  const isWell = partitionkey === stream && recipients === TO_BUS && epoch === '0' && sequence === '0';
  return isWell ? undefined : busErrors.PROTOCOL_MISADDRESSED({ recipient: TO_BUS, stream });
}
