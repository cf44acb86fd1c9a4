/** Everything that goes wrong between a client and a service. */
import type { ServerResponse } from 'node:http';
import { atomFeed, errorFeed, type Reply } from './scholarly-answers.js';

export type Behaviour =
  /** A refusal; `retryAfter` as the header says it. */
  | { readonly do: 'status'; readonly status: number; readonly retryAfter?: string; readonly body?: string }
  /** arXiv's well-formed feed with one entry titled "Error", naming an id or nothing. */
  | { readonly do: 'errorFeed'; readonly ids?: readonly string[]; readonly status?: number }
  /** A well-formed feed without entries, with `total` or without a count. */
  | { readonly do: 'emptyFeed'; readonly total?: number }
  /** The right feed, but its count says that there is more. */
  | { readonly do: 'wrongTotal'; readonly total: number }
  /** The head at once, the body after so many milliseconds. */
  | { readonly do: 'slow'; readonly ms: number }
  /** The connection ends in the middle of the promised length. */
  | { readonly do: 'truncated' }
  /** Half of the text, sent as if it were all. */
  | { readonly do: 'half' }
  | { readonly do: 'reset' }
  | { readonly do: 'html'; readonly status?: number }
  /** So many bytes, in chunks, without a promised length. */
  | { readonly do: 'huge'; readonly bytes: number }
  /** The text in an encoding, the header naming another (or none). */
  | { readonly do: 'charset'; readonly bytes: 'utf8' | 'latin1'; readonly label?: string }
  | { readonly do: 'entityBomb' }
  | { readonly do: 'redirect'; readonly to: string; readonly status?: number };

const bomb = `<?xml version="1.0"?>
<!DOCTYPE feed [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>
<feed xmlns="http://www.w3.org/2005/Atom"><title>&j;&x;</title></feed>`;
const page = '<!DOCTYPE html><html><head><title>Maintenance</title></head><body><p>Back soon<br></body></html>';

/** Sends an answer as a behaviour bends it; without one, as it is. */
export function send(response: ServerResponse, answer: Reply, behaviour: Behaviour | undefined): void {
  const plain = ({ status, type, body }: Reply, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  };
  switch (behaviour?.do) {
    case undefined:
      plain(answer);
      return;
    case 'status':
      plain({ status: behaviour.status, type: 'text/plain', body: behaviour.body ?? 'no' }, behaviour.retryAfter === undefined ? {} : { 'retry-after': behaviour.retryAfter });
      return;
    case 'errorFeed':
      plain(errorFeed(behaviour.ids ?? [], behaviour.status ?? 200));
      return;
    case 'emptyFeed':
      plain(atomFeed([], behaviour.total));
      return;
    case 'wrongTotal':
      plain({ ...answer, body: answer.body.replace(/(totalResults[^>]*>)\d+/u, `$1${behaviour.total}`) });
      return;
    case 'slow':
      response.writeHead(answer.status, { 'content-type': answer.type }).flushHeaders();
      setTimeout(() => response.end(answer.body), behaviour.ms).unref();
      return;
    case 'truncated':
      response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': Buffer.byteLength(answer.body) });
      response.write(answer.body.slice(0, answer.body.length / 2), () => response.destroy());
      return;
    case 'half':
      plain({ ...answer, body: answer.body.slice(0, answer.body.length / 2) });
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'html':
      plain({ status: behaviour.status ?? 200, type: 'text/html', body: page });
      return;
    case 'huge':
      sendHuge(response, answer.type, behaviour.bytes);
      return;
    case 'charset':
      response.writeHead(answer.status, { 'content-type': answer.type.replace(/;.*$/u, behaviour.label === undefined ? '' : `; charset=${behaviour.label}`) }).end(Buffer.from(answer.body, behaviour.bytes));
      return;
    case 'entityBomb':
      plain({ status: 200, type: 'application/atom+xml', body: bomb });
      return;
    case 'redirect':
      response.writeHead(behaviour.status ?? 302, { location: behaviour.to }).end();
  }
}

function sendHuge(response: ServerResponse, type: string, bytes: number): void {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let left = bytes;
  response.writeHead(200, { 'content-type': type });
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', more);
        return;
      }
    }
    if (!response.destroyed) response.end();
  };
  more();
}
