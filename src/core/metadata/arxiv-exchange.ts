/** One request to arXiv and what came of it. */
import type { Http, HttpRequest, HttpResponse, Time } from '../ports.js';
import type { CouldNotCheck } from './answer.js';
import { readArxiv, type ArxivFeed } from './arxiv.js';
import { badAnswer, noAnswer, refusal } from './failure.js';

export interface Failure {
  readonly kind: 'failure';
  readonly why: CouldNotCheck;
  /** A smaller request may succeed. */
  readonly split: boolean;
}

export async function exchange(http: Http, request: HttpRequest, time: Time): Promise<ArxivFeed | Failure> {
  let response: HttpResponse;
  try {
    response = await http.request(request);
  } catch (fault) {
    const why = noAnswer('arxiv', fault);
    // an answer over the size limit
    return { kind: 'failure', why, split: why.reason === 'badAnswer' };
  }
  const refused = refusal('arxiv', response, time.wall());
  if (refused?.reason === 'rateLimited') return { kind: 'failure', why: refused, split: false };
  const feed = readArxiv(response.text);
  if (feed.kind === 'error' && response.status < 500) return feed;
  if (refused !== undefined) return { kind: 'failure', why: refused, split: response.status === 400 || response.status === 413 || response.status === 414 };
  if (feed.kind === 'couldNotCheck') return { kind: 'failure', why: feed, split: false };
  return feed.kind === 'error' ? { kind: 'failure', why: badAnswer('arxiv', 'reports an error of its own.'), split: false } : feed;
}
