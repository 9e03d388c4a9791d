import type { ApiResponseOptions } from '@nestjs/swagger';

type Schema = NonNullable<Extract<ApiResponseOptions, { readonly schema: unknown }>['schema']>;

const text = { type: 'string' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const uuid = { type: 'string', format: 'uuid' } as const;

/** What a submitted message is answered with. */
export const takenSchema = {
  type: 'object',
  required: ['outcome', 'logId', 'acceptedAt'],
  properties: { outcome: { type: 'string', enum: ['accepted'] }, logId: uuid, acceptedAt: instant },
} satisfies Schema;

export const waitingSchema = {
  type: 'object',
  required: ['outcome', 'stream', 'epoch', 'from', 'to'],
  properties: {
    outcome: { type: 'string', enum: ['waiting'] },
    stream: text,
    epoch: { type: 'integer' },
    from: { type: 'integer' },
    to: { type: 'integer' },
  },
} satisfies Schema;

export const refusedSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'logId', 'at'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    code: text,
    detail: text,
    logId: uuid,
    at: instant,
  },
} satisfies Schema;

export const leaseSchema = {
  type: 'object',
  required: ['leaseId', 'until', 'messages'],
  properties: {
    leaseId: uuid,
    until: instant,
    messages: { type: 'array', items: { type: 'object', description: 'a structured CloudEvents message' } },
  },
} satisfies Schema;

const REQUIRED = [
  ...['specversion', 'id', 'type', 'source', 'time', 'dataschema', 'partitionkey', 'senderoffice', 'recipients'],
  ...['epoch', 'sequence', 'contenthash', 'contentsalt', 'signature', 'signaturepath'],
];
const OPTIONAL = ['subject', 'causationid', 'expirytime', 'traceparent'];

/** The attributes of a message as the headers of the binary form. */
export const messageAttributes = [...REQUIRED, ...OPTIONAL].map((name) => ({
  name: `ce-${name}`,
  in: 'header' as const,
  required: false,
  description: REQUIRED.includes(name) ? 'required in the binary form' : 'optional',
  schema: text,
}));
