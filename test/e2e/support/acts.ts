import { randomUUID } from 'node:crypto';
import type { E2eStack } from './e2e-stack';

const OPERATOR = { member: 'integration-bus', office: 'centre', role: 'bus-operator' } as const;
const [FIRST, SECOND] = ['bus-operator-centre', 'second-bus-operator-centre'] as const;

/** An act of administration, asked for by one operator of the bus and confirmed by the other. @throws when the bus does not do it */
export async function doAct(e2e: E2eStack, kind: string, content: object): Promise<void> {
  const { id } = await post<{ id: string }>(e2e, FIRST, '/acts', { kind, content, reason: 'as ordered' });
  await post(e2e, SECOND, `/acts/${id}/confirmation`, {});
}

async function post<T>(e2e: E2eStack, person: string, path: string, body: object): Promise<T> {
  const answer = await fetch(`${e2e.access.urls['integration-bus']}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await e2e.tokenOf({ ...OPERATOR, person })}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
