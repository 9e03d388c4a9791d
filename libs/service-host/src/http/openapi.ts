import { ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';

const VERSION = '1';

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' } },
      },
    },
    instance: { type: 'string' },
    requestId: { type: 'string' },
  },
} as const;

/** OpenAPI 3 at `/openapi.json`, its page at `/docs`; made when it is first asked for. */
export function serveOpenApi(app: NestExpressApplication, title: string): void {
  SwaggerModule.setup('docs', app, () => openApiOf(app, title), { jsonDocumentUrl: 'openapi.json' });
}

/** The API document of a service; every operation may answer with a problem document. */
export function openApiOf(app: NestExpressApplication, title: string): OpenAPIObject {
  const head = new DocumentBuilder().setTitle(title).setVersion(VERSION).addBearerAuth().build();
  const document = SwaggerModule.createDocument(app, head);
  const schemas = { ...document.components?.schemas, ...declaredSchemas(app), Problem: problemSchema as never };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (operation) operation.responses = { ...operation.responses, default: problemResponse };
    }
  }
  return { ...document, components: { ...document.components, schemas } };
}

const problemResponse = {
  description: 'Problem details (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Schemas of the request classes whose fields are declared with the contracts' decorators, by class name. */
function declaredSchemas(app: NestExpressApplication): Record<string, never> {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const schemas: Record<string, never> = {};
  for (const { metatype } of controllers) {
    const prototype = (metatype?.prototype ?? {}) as object;
    for (const method of Object.getOwnPropertyNames(prototype)) {
      for (const parameter of parameterClasses(prototype, method)) {
        const { $schema: _dialect, ...schema } = schemaOf(parameter);
        if (Object.keys(schema.properties as object).length > 0) schemas[parameter.name] = schema as never;
      }
    }
  }
  return schemas;
}

function parameterClasses(prototype: object, method: string): readonly (new () => object)[] {
  const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as readonly unknown[];
  return types.filter((type): type is new () => object => typeof type === 'function' && type !== Object);
}
