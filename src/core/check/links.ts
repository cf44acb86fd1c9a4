/**
 * Whether links still lead somewhere. Each host is asked one thing at a time with a pause in between, many hosts at once. A link is dead
 * only when its host says so twice (404 or 410 to HEAD and to GET); everything else that is no success *could not be checked*.
 */
import type { Cancellation, Time } from '../ports.js';
import type { CheckedRecord, Found } from './check.js';
import { safeFix } from './fixes.js';
import { linkDead } from './link-dead.js';
import { fieldPlace } from './place.js';

/** Asks for a page without reading it. */
export interface LinkProbe {
  /**
   * @returns the status of the answer after redirects.
   * @throws HttpError when there is none; `refused` when the address is not one to ask (this machine, a private network).
   */
  ask(url: string, method: 'HEAD' | 'GET', signal: Cancellation | undefined): Promise<{ readonly status: number }>;
}

export type LinkState = 'alive' | 'dead' | 'unknown';

export interface LinkAnswer {
  readonly link: string;
  readonly state: LinkState;
  /** Why, in a few words: `404`, `too many requests (429)`, `no answer within 20 s`. */
  readonly why: string;
}

export interface LinkOptions {
  readonly probe: LinkProbe;
  readonly time: Time;
  readonly signal?: Cancellation | undefined;
  /** Pause between two requests to one host, in milliseconds. */
  readonly gap?: number;
  /** Hosts that are asked at once. */
  readonly hosts?: number;
  /** Told of each answer as it comes. */
  readonly told?: ((answer: LinkAnswer, done: number, all: number) => void) | undefined;
}

const reasons: Readonly<Record<number, string>> = { 401: 'asks who we are (401)', 403: 'does not let programs in (403)', 429: 'too many requests (429)', 451: 'withheld for legal reasons (451)' };

/** Asks for every link once. What was answered until a cancellation is returned; nothing throws but a fault of the program. */
export async function checkLinks(links: readonly string[], options: LinkOptions): Promise<LinkAnswer[]> {
  const { signal, told, hosts = 8 } = options;
  const queues = byHost([...new Set(links)]);
  const all = [...queues.values()].reduce((sum, queue) => sum + queue.length, 0);
  const answers: LinkAnswer[] = [];
  const waiting = [...queues.values()];
  const work = async (): Promise<void> => {
    for (let queue = waiting.shift(); queue; queue = waiting.shift()) {
      for await (const answer of askHost(queue, options)) {
        answers.push(answer);
        told?.(answer, answers.length, all);
      }
      if (signal?.aborted) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(hosts, waiting.length) }, work));
  return answers;
}

/** One host's links, one after the other. A host that asks for fewer requests is asked nothing more. */
async function* askHost(links: readonly string[], options: LinkOptions): AsyncGenerator<LinkAnswer> {
  const { time, signal, gap = 1000 } = options;
  let enough: string | undefined;
  for (const [index, link] of links.entries()) {
    if (enough === undefined && index > 0) await time.sleep(gap, signal);
    if (signal?.aborted) return;
    const answer: LinkAnswer | undefined = enough === undefined ? await askLink(link, options) : { link, state: 'unknown', why: enough };
    if (!answer) return;
    if (answer.why === reasons[429]) enough = answer.why;
    yield answer;
  }
}

/** Undefined when cancelled. */
async function askLink(link: string, { probe, time, signal, gap = 1000 }: LinkOptions): Promise<LinkAnswer | undefined> {
  try {
    const head = await probe.ask(link, 'HEAD', signal);
    if (isSuccess(head.status)) return { link, state: 'alive', why: String(head.status) };
    if (head.status === 429) return { link, state: 'unknown', why: whyOf(429) };
    // many servers know no HEAD, and some answer it wrongly
    await time.sleep(gap, signal);
    if (signal?.aborted) return undefined;
    const { status } = await probe.ask(link, 'GET', signal);
    return { link, state: isSuccess(status) ? 'alive' : status === 404 || status === 410 ? 'dead' : 'unknown', why: whyOf(status) };
  } catch (fault) {
    if (isFault(fault, 'cancelled')) return undefined;
    return { link, state: 'unknown', why: faultOf(fault) };
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function whyOf(status: number): string {
  return reasons[status] ?? (status >= 500 ? `its server is out of order (${status})` : String(status));
}

/** By its name: bundles that are loaded late have classes of their own. */
function isFault(fault: unknown, name: string): boolean {
  return fault instanceof Error && 'fault' in fault && fault.fault === name;
}

function faultOf(fault: unknown): string {
  if (isFault(fault, 'timeout')) return 'no answer in time';
  if (isFault(fault, 'offline')) return 'its host could not be reached';
  return fault instanceof Error ? fault.message : String(fault);
}

/** Links by host; what is no address is asked for by itself, and refused. */
function byHost(links: readonly string[]): Map<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const link of links) {
    const host = /^https?:\/\/([^/?#]+)/iu.exec(link)?.[1]?.toLowerCase() ?? link;
    const known = hosts.get(host);
    if (known) known.push(link);
    else hosts.set(host, [link]);
  }
  return hosts;
}

/** Every link of some papers. */
export function linksOf(records: readonly CheckedRecord[]): string[] {
  return [...new Set(records.flatMap(({ fields }) => Object.values(fields.links ?? {})))];
}

/** Dead links as findings at their places. */
export function deadLinks(records: readonly CheckedRecord[], answers: readonly LinkAnswer[]): Found[] {
  const dead = new Map(answers.filter(({ state }) => state === 'dead').map(({ link, why }) => [link, why]));
  if (dead.size === 0) return [];
  return records.flatMap((record) =>
    Object.entries(record.fields.links ?? {}).flatMap(([kind, link]): Found[] => {
      const why = dead.get(link);
      if (why === undefined) return [];
      // a page may come back: whether its address goes is for a person to say
      const fix = { ...safeFix(`Remove links.${kind}`, record, [[['links', kind], undefined]]), safe: false };
      return [{ ...fieldPlace(record, 'links', link), message: `${link} leads nowhere any more (${why}).`, fix, code: linkDead.code, severity: linkDead.severity }];
    }),
  );
}
