import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { ModulesContainer } from '@nestjs/core';
import { fieldsOf } from '@lienthong/envelope';
import type { Problem } from '@lienthong/service-host';
import type { ApiClient } from './api-client';
import type { TestService } from './test-service';

const ROLES = 'lienthong:roles';
const DEEPEST = 8;

type Format = keyof typeof unreadable;
type FieldsClass = abstract new () => object;

/** What nobody can read as a field of a format; of a query only texts can be sent. */
const unreadable = {
  'dong-amount': ['', ' ', '1.5', '1,000', '1e3', '-1', '007', '0x10', 'NaN', 'Infinity', 'một', '１２', 1000, 0, -1, null, [], {}],
  date: ['', 'hôm nay', '2026-02-30', '2026-13-01', '0001-01-01', '0000-00-00', '03/08/2026', '20260803', '2026-8-3', '2026-08-03T00:00:00Z', 0, 20260803, null, {}],
  'date-time': ['', 'now', '2026-08-03', '2026-08-03T10:00:00', '2026-02-30T10:00:00+07:00', '0001-01-01T00:00:00', 0, 1785726000000, null],
  decimal: ['', '1,5', '1e3', '-1', '0', '0.0', '.5', 'NaN', 5.5, 0, null],
} as const; // prettier-ignore

/** An amount or a date that an endpoint takes. */
export interface ReadField {
  readonly method: string;
  readonly path: string;
  readonly role: string;
  readonly in: 'body' | 'query';
  readonly field: string;
  /** `none` where the name says that it is an amount or a day, and the declaration does not. */
  readonly format: Format | 'none';
}

/** Names of amounts and days. */
const SAYS_SO = /Dong$|On$|At$|Date$|^(from|to|on)$/;

/** Every amount and date that the endpoints of a service take, found by the declarations of its requests. */
export function amountsAndDatesOf({ running: { app } }: TestService): readonly ReadField[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function' && metatype.prototype ? endpointsOf(metatype as FieldsClass) : [],
  );
}

/** Sends each unreadable value of the field, and returns those that were not refused by the name of the field. */
export async function takenAsRead(field: ReadField, client: ApiClient): Promise<readonly unknown[]> {
  const taken: unknown[] = [];
  if (field.format === 'none') return ['is declared as any text'];
  for (const value of unreadable[field.format]) {
    if (field.in === 'query' && typeof value !== 'string') continue;
    const { status, body } = await send(field, value, client);
    const isRefused = status === 400 && body.faults?.some(({ path }) => path === field.field);
    if (!isRefused) taken.push(value, status, body.code);
  }
  return taken;
}

function send({ method, path, in: place, field }: ReadField, value: unknown, client: ApiClient) {
  if (place === 'query')
    return client.call<Problem>(`${path}?${field}=${encodeURIComponent(String(value))}`, { method });
  const headers = { 'idempotency-key': 'bad-input-00000001', 'if-match': '"1"' };
  return client.call<Problem>(path, { method, body: bodyWith(field, value), headers });
}

/** `rows[0].from` → `{ rows: [{ from: value }] }` */
function bodyWith(field: string, value: unknown): unknown {
  return field
    .split('.')
    .reverse()
    .reduce<unknown>((inner, part) => {
      const [, name = part, list] = /^(.+?)(\[0\])?$/.exec(part) ?? [];
      return { [name]: list === undefined ? inner : [inner] };
    }, value);
}

function endpointsOf(controller: FieldsClass): readonly ReadField[] {
  const prototype = controller.prototype as Record<string, object>;
  const base = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = name === 'constructor' ? undefined : prototype[name];
    const method: unknown = handler && Reflect.getMetadata(METHOD_METADATA, handler);
    if (typeof method !== 'number') return [];
    const own = String(Reflect.getMetadata(PATH_METADATA, handler as object) ?? '');
    const path = `/${[base, own].filter((part) => part !== '/' && part !== '').join('/')}`.replace(/:\w+/g, 'x');
    const roles = (Reflect.getMetadata(ROLES, handler as object) ?? Reflect.getMetadata(ROLES, controller)) as string[];
    return inputsOf(controller, name).flatMap(([place, of]) =>
      readFields(of).map((field) => ({
        ...field,
        method: RequestMethod[method] ?? '',
        path,
        role: roles[0] ?? '',
        in: place,
      })),
    );
  });
}

function inputsOf(controller: FieldsClass, name: string): readonly (readonly ['body' | 'query', FieldsClass])[] {
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) ?? []) as FieldsClass[];
  const places = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { index: number }
  >;
  return Object.entries(places).flatMap(([key, { index }]): (readonly ['body' | 'query', FieldsClass])[] => {
    const kind = Number(key.split(':')[0]) as RouteParamtypes;
    const of = types[index];
    if (typeof of !== 'function' || (of as unknown) === Object) return [];
    if (kind === RouteParamtypes.BODY) return [['body', of] as const];
    return kind === RouteParamtypes.QUERY ? [['query', of] as const] : [];
  });
}

function readFields(of: FieldsClass, before = '', depth = 0): readonly Pick<ReadField, 'field' | 'format'>[] {
  if (depth > DEEPEST) return [];
  return fieldsOf(of).flatMap(({ property, fragment, part }) => {
    const field = `${before}${property}`;
    if (part) return readFields(part.of(), `${field}${part.list ? '[0]' : ''}.`, depth + 1);
    const { format, type, enum: words } = fragment ?? {};
    if (typeof format === 'string' && format in unreadable) return [{ field, format: format as Format }];
    const isAnyText = type === 'string' && words === undefined && SAYS_SO.test(property);
    return isAnyText ? [{ field, format: 'none' as const }] : [];
  });
}
