/** An answer with its body read. */
export interface ApiAnswer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface ApiRequest {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 30_000;
const VERSION_MISSING = 428;
const VERSION_CHANGED = 412;
const MOST_TRIES = 5;

/** Calls one service over HTTP as one person. A request that changes something without `If-Match` decides about what stands when the service asks. */
export class ApiClient {
  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {}

  /** The same service as another person. */
  as(token: string): ApiClient {
    return new ApiClient(this.url, token);
  }

  get<T = Record<string, unknown>>(path: string, headers: ApiRequest['headers'] = {}): Promise<ApiAnswer<T>> {
    return this.call(path, { headers });
  }

  /** A file as it comes, byte for byte. */
  async file(path: string): Promise<{ readonly status: number; readonly headers: Headers; readonly bytes: Buffer }> {
    const headers = new Headers(this.token ? { authorization: `Bearer ${this.token}` } : {});
    const answer = await fetch(`${this.url}${path}`, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  post<T = Record<string, unknown>>(
    path: string,
    body?: unknown,
    headers: ApiRequest['headers'] = {},
  ): Promise<ApiAnswer<T>> {
    return this.decide<T>(path, { method: 'POST', body, headers });
  }

  put<T = Record<string, unknown>>(path: string, body: unknown): Promise<ApiAnswer<T>> {
    return this.decide<T>(path, { method: 'PUT', body });
  }

  private async decide<T>(path: string, request: ApiRequest): Promise<ApiAnswer<T>> {
    const names = request.headers && 'if-match' in request.headers;
    for (let tries = 1; ; tries += 1) {
      const answer = await this.call<T>(path, request);
      const etag = answer.headers.get('etag');
      if (names || answer.status !== VERSION_MISSING || etag === null) return answer;
      const decided = await this.call<T>(path, { ...request, headers: { ...request.headers, 'if-match': etag } });
      if (decided.status !== VERSION_CHANGED || tries === MOST_TRIES) return decided;
    }
  }

  async call<T>(path: string, { method = 'GET', body, headers = {} }: ApiRequest): Promise<ApiAnswer<T>> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await answer.text();
    const isJson = text !== '' && /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as T };
  }
}
