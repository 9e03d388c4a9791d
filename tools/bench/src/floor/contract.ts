import { AcceptedV1, AcknowledgementV1, type MessageClass, messageOf, schemaChecker } from '@lienthong/envelope';
import { BenchItemV1 } from '../members/bench-item.message';

/** What sender, bus and recipient have agreed on for one type: the schema is compiled once. */
export interface Contract {
  readonly type: string;
  readonly dataschema: string;
  readonly schemaHash: string;
  readonly isValid: (body: unknown) => boolean;
}

export const ITEM = contractOf(BenchItemV1);
export const ACKNOWLEDGEMENT = contractOf(AcknowledgementV1);
export const ACCEPTED = contractOf(AcceptedV1);
export const contracts = new Map([ITEM, ACKNOWLEDGEMENT, ACCEPTED].map((one) => [one.type, one]));

export const BUS = 'integration-bus';
export const OFFICE = 'centre';

function contractOf(of: new () => object): Contract {
  const { type, dataschema, schema } = messageOf(of as MessageClass<object>);
  const check = schemaChecker(schema);
  const schemaHash = dataschema.slice(dataschema.lastIndexOf(':') + 1);
  return { type, dataschema, schemaHash, isValid: (body) => check(body).length === 0 };
}
