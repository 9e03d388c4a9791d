import { grants } from '@lienthong/contracts';
import {
  canonicalBytes,
  MAX_PAYLOAD_BYTES,
  type MessageClass,
  type MessageDefinition,
  messageOf,
  parseCanonical,
  validateBody,
} from '@lienthong/envelope';

/** Messages of one member. */
export interface MemberContract {
  /** Checks the grants as well, when given. */
  readonly member?: string;
  readonly sends: readonly MessageClass[];
  readonly receives: readonly MessageClass[];
}

type Body = Readonly<Record<string, unknown>>;
type Definition = MessageDefinition<Body>;

const UNKNOWN_FIELD = 'fieldOfALaterRevision';

/** Contract tests both ways: what the member sends is its example's shape, and it accepts every example it receives. */
export function describeContract({ member, sends, receives }: MemberContract): void {
  describe(`messages that ${member ?? 'the member'} sends`, () => {
    describe.each(definitions(sends))('%s', (type, definition) => {
      it('has an example that the strict check of sending lets through unchanged', () => {
        expect(validateBody(definition.bodyClass, definition.example, 'strict')).toEqual(definition.example);
      });
      it('refuses to send a field that the contract does not have', () => {
        const body = { ...definition.example, [UNKNOWN_FIELD]: 'x' };
        expect(() => validateBody(definition.bodyClass, body, 'strict')).toThrow('envelope.BODY_INVALID');
      });
      it('fits into the canonical form and the size limit', () => {
        const bytes = canonicalBytes(definition.example);
        expect(bytes.length).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
        expect(parseCanonical(bytes)).toEqual(definition.example);
      });
      it('names the stream that keeps its order', () => {
        expect(definition.stream(definition.example)).toMatch(/^(dossier|voucher|reconciliation|document|member):.+/);
      });
      if (member) it('is granted to be sent', () => expect(grantsOf('sender', member, type)).not.toEqual([]));
    });
  });

  describe(`messages that ${member ?? 'the member'} receives`, () => {
    describe.each(definitions(receives))('%s', (type, definition) => {
      it('is accepted as its example shows it', () => {
        expect(validateBody(definition.bodyClass, definition.example, 'tolerant')).toEqual(definition.example);
      });
      it('is accepted with a field of a later revision', () => {
        const body = { ...definition.example, [UNKNOWN_FIELD]: { deep: [1] } };
        expect(() => validateBody(definition.bodyClass, body, 'tolerant')).not.toThrow();
      });
      it.each(requiredFields(definition))('is refused without %s', (field) => {
        const { [field]: _left, ...body } = definition.example;
        expect(() => validateBody(definition.bodyClass, body, 'tolerant')).toThrow('envelope.BODY_INVALID');
      });
      if (member) it('is granted to be received', () => expect(grantsOf('recipient', member, type)).not.toEqual([]));
    });
  });
}

function definitions(classes: readonly MessageClass[]): [string, Definition][] {
  return classes.map((messageClass) => {
    const definition = messageOf(messageClass as MessageClass<Body>);
    return [definition.type, definition];
  });
}

function requiredFields({ schema }: Definition): string[] {
  return [...((schema as { required?: readonly string[] }).required ?? [])];
}

function grantsOf(side: 'sender' | 'recipient', member: string, type: string): readonly unknown[] {
  return grants.filter((grant) => grant[side] === member && grant.type === type);
}
