/**
 * A real server on the loopback interface that speaks the protocols of arXiv, Crossref, DataCite, the ACL Anthology, OpenAlex and
 * Semantic Scholar, each below a path of its own, and can misbehave in all the ways that have been seen of them.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { arxivReply, defaultRecords, readRecords, reply, type Records, type Reply } from './scholarly-answers.js';
import { send, type Behaviour } from './scholarly-behaviours.js';

export type { Behaviour } from './scholarly-behaviours.js';

const services = ['arxiv', 'crossref', 'datacite', 'acl', 'openalex', 'semanticScholar'] as const;
export type ServiceName = (typeof services)[number];

export interface LoggedRequest {
  readonly service: ServiceName | 'other';
  readonly method: string;
  /** With its query, as sent. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** arXiv: the ids asked for. */
  readonly ids: readonly string[];
  /** Milliseconds since 1970: when it arrived, and when the answer had been sent or the connection had gone. */
  readonly time: number;
  ended?: number;
}

export interface BehaveOptions {
  /** Only this service's requests; all without. */
  readonly service?: ServiceName;
  /** For so many requests; 1 without, Infinity for all from now on. */
  readonly times?: number;
}

export interface ScholarlyServer {
  readonly origin: string;
  /** The services' base addresses here, for the settings. */
  readonly bases: Readonly<Record<ServiceName, string>>;
  readonly requests: LoggedRequest[];
  /** Several behaviours are used up in order. */
  behave(behaviour: Behaviour, options?: BehaveOptions): void;
  /** Forgets behaviours and the log. */
  reset(): void;
  close(): Promise<void>;
}

/** `records`: the folder of the data files, from the folder that the tests run in. */
export async function startScholarlyServer({ records: folder = defaultRecords, port = 0 } = {}): Promise<ScholarlyServer> {
  const records = readRecords(folder);
  const requests: LoggedRequest[] = [];
  let rules: { behaviour: Behaviour; service: ServiceName | undefined; left: number }[] = [];

  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const [, first = '', rest = ''] = /^\/([^/]*)\/?(.*)$/u.exec(url.pathname) ?? [];
      const service = services.find((name) => name === first);
      const query = request.method === 'POST' ? new URLSearchParams(await bodyOf(request)) : url.searchParams;
      const logged: LoggedRequest = {
        service: service ?? 'other',
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        ids: (query.get('id_list') ?? '').split(',').filter(Boolean),
        time: Date.now(),
      };
      requests.push(logged);
      response.on('close', () => {
        logged.ended = Date.now();
      });
      const rule = rules.find((one) => one.left > 0 && (one.service === undefined || one.service === service));
      if (rule !== undefined) rule.left -= 1;
      send(response, answerTo(records, service, rest, query), rule?.behaviour);
    })().catch((fault: unknown) => {
      response.destroy(fault instanceof Error ? fault : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    bases: Object.fromEntries(services.map((name) => [name, `${origin}/${name}`])) as Record<ServiceName, string>,
    requests,
    behave: (behaviour, { service, times = 1 } = {}) => void rules.push({ behaviour, service, left: times }),
    reset: () => {
      rules = [];
      requests.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerTo(records: Records, service: ServiceName | undefined, path: string, query: URLSearchParams): Reply {
  if (service === 'arxiv') return path === 'api/query' ? arxivReply(records, query) : { status: 404, type: 'text/html', body: '<!doctype html><title>404</title>' };
  return reply(records, service ?? '', decodeURIComponent(path), query);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
