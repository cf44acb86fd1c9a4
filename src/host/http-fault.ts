/** What `fetch` throws → why there is no answer. Node, Electron and browsers each have their own words for it. */
import { HttpError, type HttpFault } from '../core/ports.js';

const unreachable = /^(?:ENOTFOUND|EAI_AGAIN|EAI_NODATA|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|ECONNREFUSED|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/u;
const untrusted = /^(?:CERT_|ERR_TLS_|ERR_SSL|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_MISMATCH)/u;
const electron: readonly [RegExp, HttpFault][] = [
  [/ERR_CERT_|ERR_SSL_/u, 'refused'],
  [/ERR_(?:INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|ADDRESS_UNREACHABLE|NETWORK_CHANGED|PROXY_CONNECTION_FAILED|CONNECTION_REFUSED|NETWORK_ACCESS_DENIED)/u, 'offline'],
  [/ERR_(?:CONNECTION_)?TIMED_OUT/u, 'timeout'],
  [/ERR_(?:CONNECTION_(?:RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|CONTENT_LENGTH_MISMATCH|CONTENT_DECODING_FAILED)/u, 'broken'],
];

/** `signal` is the request's own: when it fired, its reason is the fault, whatever fetch made of it. */
export function toHttpError(fault: unknown, signal: AbortSignal): HttpError {
  if (fault instanceof HttpError) return fault;
  if (signal.reason instanceof HttpError) return signal.reason;
  const messages = causes(fault);
  for (const { code, message } of messages) {
    if (untrusted.test(code)) return new HttpError('refused', `its certificate is not trusted (${code}).`, { cause: fault });
    if (unreachable.test(code)) return new HttpError('offline', message, { cause: fault });
    const [, kind] = electron.find(([pattern]) => pattern.test(message)) ?? [];
    if (kind !== undefined) return new HttpError(kind, message, { cause: fault });
  }
  // a browser says no more than this, and means: no connection, or an answer that it will not show (CORS)
  const bare = messages.length === 1 && /^(?:failed to fetch|load failed|networkerror)/iu.test(messages[0]?.message ?? '');
  return new HttpError(bare ? 'offline' : 'broken', messages.at(-1)?.message ?? 'the connection failed', { cause: fault });
}

/** An error, its cause, the cause's cause …, and the members of an AggregateError (one an address tried). */
function causes(fault: unknown): { code: string; message: string }[] {
  const found: { code: string; message: string }[] = [];
  let next: unknown = fault;
  for (let depth = 0; next instanceof Error && depth < 6; depth += 1) {
    const code = 'code' in next && typeof next.code === 'string' ? next.code : '';
    found.push({ code, message: next.message });
    next = next instanceof AggregateError ? next.errors[0] : next.cause;
  }
  return found;
}
