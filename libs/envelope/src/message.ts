import { hash } from 'node:crypto';
import type { DongText } from '@lienthong/kernel';
import { canonicalBytes } from './canonical-json';
import { envelopeErrors } from './envelope.errors';
import { fieldsOf, type FieldsClass } from './fields/field-registry';
import { schemaOf, type JsonSchema } from './schema';
import { streamOf } from './streams';

/** A class declared with `@Message`. */
export type MessageClass<B = unknown> = new () => B;

/** An example is written as it stands on the wire: amounts are plain texts. */
type Example<T> = T extends DongText
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Example<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Example<T[K]> }
      : T;

/** What the author of a message states; all else is derived. */
export interface MessageOptions<B> {
  readonly owner: string;
  readonly name: string;
  readonly version: number;
  readonly summary: string;
  /** Default: the stream of the dossier named by `dossierCode`. */
  readonly stream?: (body: B) => string;
  /** Default: `dossierCode` where the body has it. */
  readonly subject?: (body: B) => string | undefined;
  readonly example: B | Example<B>;
}

/** Everything that is known of a message. `dataschema` ends in the hash of the schema. */
export interface MessageDefinition<B = unknown> {
  readonly type: string;
  readonly owner: string;
  readonly name: string;
  readonly version: number;
  readonly summary: string;
  readonly schema: JsonSchema;
  readonly dataschema: string;
  stream(body: B): string;
  subject(body: B): string | undefined;
  readonly example: B;
  readonly bodyClass: MessageClass<B>;
}

const definitions = new WeakMap<object, MessageDefinition<never>>();

/** `vn.lienthong.<owner>.<name>.v<version>`. */
export function messageType(owner: string, name: string, version: number): string {
  return `vn.lienthong.${owner}.${name}.v${version}`;
}

/**
 * Declares a message. The example is checked against the class by the compiler. Throws envelope.STREAM_UNDECLARED when
 * neither a stream is given nor the body has a `dossierCode`.
 */
export function Message<const E>(
  options: MessageOptions<E>,
): <C extends object>(of: (new () => C) & (E extends Example<C> ? unknown : never)) => void {
  return (of) => {
    const bodyClass: FieldsClass = of;
    const type = messageType(options.owner, options.name, options.version);
    const hasDossier = fieldsOf(bodyClass).some(({ property }) => property === 'dossierCode');
    if (!hasDossier && !options.stream) throw envelopeErrors.STREAM_UNDECLARED({ type });
    const { owner, name, version, summary, example } = options;
    const schema = { title: type, ...schemaOf(bodyClass) };
    const definition = {
      ...{ type, owner, name, version, summary, schema, example, bodyClass },
      dataschema: `urn:lienthong:schema:${type}:${hash('sha256', canonicalBytes(schema), 'base64url')}`,
      stream: options.stream ?? ((body: E) => streamOf.dossier(dossierCodeOf(body) ?? '')),
      subject: options.subject ?? (hasDossier ? dossierCodeOf : () => undefined),
    };
    definitions.set(of, definition as unknown as MessageDefinition<never>);
  };
}

/** The definition behind a message class; throws envelope.MESSAGE_UNDECLARED. */
export function messageOf<B>(of: MessageClass<B>): MessageDefinition<B> {
  const definition = definitions.get(of);
  if (!definition) throw envelopeErrors.MESSAGE_UNDECLARED({ name: of.name });
  return definition;
}

function dossierCodeOf(body: unknown): string | undefined {
  return (body as { readonly dossierCode?: string }).dossierCode;
}
