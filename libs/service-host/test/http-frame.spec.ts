import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { ApiClient, TestHome } from '@lienthong/testing';
import { createServiceApp, loadConfig, type Problem, ServiceConfig } from '../src';
import { aPermit, permitService } from './permits.mother';

const withKey = { 'idempotency-key': 'key-00000001' };

/** A service whose database never comes: what HTTP promises without it. */
describe('HTTP of a service', () => {
  let app: NestExpressApplication;
  let home: TestHome;
  let api: ApiClient;
  let clerk: ApiClient;

  beforeAll(async () => {
    home = await TestHome.create();
    const config = loadConfig(ServiceConfig, permitService.member, {
      PORT: '0',
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
      KAFKA_BROKERS: '127.0.0.1:1',
      LIENTHONG_HOME: home.folder,
      LOG_LEVEL: 'silent',
      BODY_LIMIT_BYTES: '2048',
    });
    app = await createServiceApp(permitService, config);
    await app.listen(0, '127.0.0.1');
    api = new ApiClient(`http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`);
    clerk = api.as(await home.token({ member: 'intake', role: 'desk-clerk' }));
  });
  afterAll(async () => {
    await app.close();
    home.remove();
  });

  describe('is closed by default:', () => {
    it('every endpoint but the named public ones refuses a request without a token', async () => {
      const { body } = await api.get<{ paths: Record<string, Record<string, Record<string, unknown>>> }>(
        '/openapi.json',
      );
      const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({ path, method, isPublic: 'x-public' in operation })),
      );
      expect(
        operations
          .filter(({ isPublic }) => isPublic)
          .map(({ path }) => path)
          .sort(),
      ).toEqual(['/health/live', '/health/ready', '/permits/law']);
      for (const { path, method } of operations.filter(({ isPublic }) => !isPublic)) {
        const answer = await api.call<Problem>(path.replace(/\{\w+\}/g, 'x'), { method: method.toUpperCase() });
        expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'access.TOKEN_MISSING']);
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      }
      expect(operations.length).toBeGreaterThanOrEqual(9);
    });

    it('a token must be a token of our issuer', async () => {
      for (const authorization of ['Bearer nonsense', 'Basic YTpi', 'Bearer']) {
        const answer = await api.get<Problem>('/policies', { authorization });
        expect([answer.status, answer.body.code]).toEqual([401, 'access.TOKEN_INVALID']);
      }
    });

    it('another agency, another role and an endpoint without roles are each refused', async () => {
      const taxOfficer = api.as(await home.token({ member: 'tax', role: 'desk-clerk' }));
      expect((await taxOfficer.get<Problem>('/permits/broken')).body).toMatchObject({
        status: 403,
        code: 'access.OTHER_AGENCY',
      });
      const leader = api.as(await home.token({ member: 'intake', role: 'agency-leader' }));
      expect((await leader.get<Problem>('/permits/broken')).body).toMatchObject({
        status: 403,
        code: 'access.ROLE_NOT_ALLOWED',
      });
      expect((await clerk.get<Problem>('/permits/forgotten')).body).toMatchObject({
        status: 403,
        code: 'access.ROLE_NOT_ALLOWED',
      });
    });

    it('a public endpoint answers without a token', async () => {
      expect(await api.get('/permits/law')).toMatchObject({ status: 200, body: { text: 'Điều 1' } });
    });
  });

  describe('answers faults as problem documents:', () => {
    it('bad input lists every wrong field with its path (F1)', async () => {
      const body = {
        title: '',
        owners: [{ name: 'A', share: '3/2', colour: 'red' }, { share: '1/2' }],
        agent: [],
        extra: 1,
      };
      const {
        status,
        headers,
        body: problem,
      } = await clerk.post<Problem>('/permits/check', body, { 'accept-language': 'en' });
      expect(status).toBe(400);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(headers.get('content-language')).toBe('en');
      expect(problem.code).toBe('http.INPUT_INVALID');
      expect(problem.faults?.map(({ path, rule }) => `${path} ${rule}`).sort()).toEqual([
        'agent part',
        'extra unknown',
        'owners[0].colour unknown',
        'owners[0].share share',
        'owners[1].name required',
        'title text',
      ]);
    });

    it('texts are Vietnamese unless English is asked for', async () => {
      const { body, headers } = await clerk.post<Problem>('/permits/check', {});
      expect(headers.get('content-language')).toBe('vi');
      expect(body.title).toBe('Dữ liệu không hợp lệ');
      expect(body.faults).toContainEqual({ path: 'title', rule: 'required', message: 'không được để trống' });
    });

    it.each([
      ['JSON that is not JSON', '{"title":', 'application/json', 400, 'http.JSON_MALFORMED'],
      ['a list for an object', '[]', 'application/json', 400, 'http.INPUT_INVALID'],
      ['a text for an object', '"x"', 'application/json', 400, 'http.INPUT_INVALID'],
      ['null', 'null', 'application/json', 400, 'http.INPUT_INVALID'],
      ['no JSON at all', 'title=fence', 'application/x-www-form-urlencoded', 400, 'http.INPUT_INVALID'],
      [
        'more than the limit',
        JSON.stringify({ title: 'x'.repeat(3_000) }),
        'application/json',
        413,
        'http.BODY_TOO_LARGE',
      ],
    ])('a body that is %s', async (_what, body, type, status, code) => {
      const answer = await clerk.post<Problem>('/permits/check', body, { 'content-type': type });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it('a path that does not exist', async () => {
      expect((await api.get<Problem>('/nowhere?personal=1')).body).toMatchObject({
        status: 404,
        code: 'http.ROUTE_UNKNOWN',
        instance: '/nowhere',
      });
      expect((await api.get<Problem>('/permits/%FF/sign')).body).toMatchObject({ status: 400 });
    });

    it('an unexpected error says nothing of its inside', async () => {
      const { status, body } = await clerk.get<Problem>('/permits/broken');
      expect([status, body.code]).toEqual([500, 'http.UNEXPECTED']);
      expect(JSON.stringify(body)).not.toMatch(/secret|075190000001/);
    });

    it('a creating request without a usable Idempotency-Key', async () => {
      expect((await clerk.post<Problem>('/permits', aPermit)).body.code).toBe('http.IDEMPOTENCY_KEY_MISSING');
      for (const key of ['short', 'x'.repeat(101), 'with space']) {
        const answer = await clerk.post<Problem>('/permits', aPermit, { 'idempotency-key': key });
        expect(answer.body.code).toBe('http.IDEMPOTENCY_KEY_INVALID');
      }
    });

    it('while the database is away: try again later', async () => {
      const { status, headers, body } = await clerk.post<Problem>('/permits', aPermit, withKey);
      expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'persistence.UNAVAILABLE', '2']);
    });
  });

  describe('lets itself be watched:', () => {
    it('liveness never depends on database or broker; readiness says what it waits for', async () => {
      expect(await api.get('/health/live')).toMatchObject({ status: 200, body: { status: 'live', service: 'intake' } });
      const { status, body } = await api.get('/health/ready');
      expect(status).toBe(503);
      expect(body).toMatchObject({
        status: 'waiting',
        probes: { database: { ready: false, waitingFor: expect.stringContaining('DATABASE_URL') as string } },
      });
    });

    it('metrics are for the monitor and count requests by route, not by path', async () => {
      expect((await clerk.get<Problem>('/metrics')).body.code).toBe('access.ROLE_NOT_ALLOWED');
      await api.get('/permits/law');
      const monitor = api.as(await home.token({ member: 'intake', role: 'monitor' }));
      const { headers, body } = await monitor.get<string>('/metrics');
      expect(headers.get('content-type')).toContain('text/plain');
      expect(body).toMatch(/lienthong_http_request_seconds_count\{[^}]*route="\/permits\/law",status="200"[^}]*\} \d+/);
      expect(body).toMatch(/lienthong_ready\{[^}]*part="database"[^}]*\} 0/);
      expect(body).not.toContain('nowhere');
    });

    it('takes over request id and trace, and answers with both', async () => {
      const trace = '0af7651916cd43dd8448eb211c80319c';
      const { headers } = await api.get('/permits/law', {
        'x-request-id': 'request-42',
        traceparent: `00-${trace}-b7ad6b7169203331-01`,
      });
      expect(headers.get('x-request-id')).toBe('request-42');
      expect(headers.get('traceparent')).toMatch(new RegExp(`^00-${trace}-(?!b7ad6b7169203331)[0-9a-f]{16}-01$`));
    });

    it('makes its own request id when none or an odd one is given, and puts it into the problem', async () => {
      const { headers, body } = await api.get<Problem>('/nowhere', { 'x-request-id': '<script>' });
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(body.requestId).toBe(headers.get('x-request-id'));
    });
  });

  it('sends protective headers and does not name its framework', async () => {
    const { headers } = await api.get('/permits/law');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('describes itself: request fields with their rules, needed headers, the problem document', async () => {
    const { body } = await api.get('/openapi.json');
    expect(body).toMatchObject({
      info: { title: 'Permits' },
      components: {
        schemas: {
          PermitRequest: { required: ['title', 'owners'], properties: { title: { maxLength: 20 } } },
          Problem: {},
        },
        securitySchemes: { bearer: { scheme: 'bearer' } },
      },
      paths: {
        '/permits': {
          post: { 'x-roles': ['desk-clerk'], parameters: [{ name: 'Idempotency-Key', in: 'header', required: true }] },
        },
      },
    });
    const page = await api.get<string>('/docs');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });
});
