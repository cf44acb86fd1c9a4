/** A failed or refused request → why the service could not be asked, in a sentence. */
import { HttpError, type HttpFault, type HttpResponse } from '../ports.js';
import { couldNotCheck, serviceNames, type CouldNotCheck, type Reason, type Service } from './answer.js';
import { longestPause, readRetryAfter, showDuration } from './retry-after.js';

const reasons: Readonly<Record<HttpFault, Reason>> = { offline: 'offline', timeout: 'timeout', cancelled: 'cancelled', tooLarge: 'badAnswer', broken: 'serviceDown', refused: 'refused' };
const sentences: Readonly<Record<HttpFault, (name: string, detail: string) => string>> = {
  offline: (name) => `${capital(name)} cannot be reached; check the network connection and the proxy settings.`,
  timeout: (name) => `${capital(name)} did not answer in time.`,
  cancelled: () => 'The look-up was cancelled.',
  tooLarge: (name) => `The answer of ${name} is too large.`,
  broken: (name) => `The connection to ${name} ended in the middle of the answer.`,
  refused: (name, detail) => `${capital(name)} was not asked: ${detail}`,
};

/** There was no answer. Anything but an {@link HttpError} is a fault of ours and is thrown on. */
export function noAnswer(service: Service, fault: unknown): CouldNotCheck {
  if (!(fault instanceof HttpError)) throw fault;
  return couldNotCheck(service, reasons[fault.fault], sentences[fault.fault](serviceNames[service], fault.message));
}

/** An answer whose status says no; undefined for 2xx. 404 and 410 are for the caller to judge first. `now` by the wall clock. */
export function refusal(service: Service, { status, headers, text }: HttpResponse, now: number): CouldNotCheck | undefined {
  // arXiv has been seen to say this with status 200
  const exceeded = text.length < 500 && /^\s*rate exceeded/iu.test(text);
  if (status >= 200 && status < 300 && !exceeded) return undefined;
  const name = capital(serviceNames[service]);
  const wait = readRetryAfter(headers['retry-after'], now);
  const retryAt = wait === undefined ? undefined : now + wait.delay;
  const capped = wait?.asked === undefined ? '' : ` It asks for a pause of ${showDuration(wait.asked)}; Litshelf tries again after ${showDuration(longestPause)}.`;
  if (status === 429 || exceeded) return couldNotCheck(service, 'rateLimited', `${name} takes no more requests for now.${capped}`, retryAt);
  if (status === 503 && retryAt !== undefined) return couldNotCheck(service, 'rateLimited', `${name} is busy and asks to come back later.${capped}`, retryAt);
  if (status >= 500 || status === 408) return couldNotCheck(service, 'serviceDown', `${name} is out of order (HTTP ${status}).`, retryAt);
  if (status === 401 || status === 403) return couldNotCheck(service, 'refused', `${name} refused the request (HTTP ${status}).`);
  if (status >= 400) return couldNotCheck(service, 'refused', `${name} did not accept the request (HTTP ${status}).`);
  return couldNotCheck(service, 'badAnswer', `${name} answered in an unexpected way (HTTP ${status}).`);
}

export function badAnswer(service: Service, what: string): CouldNotCheck {
  return couldNotCheck(service, 'badAnswer', `${capital(serviceNames[service])} ${what}`);
}

/** A web page where data should be: a captive portal, a maintenance page, a wrong base address. */
export function isWebPage({ headers, text }: HttpResponse): boolean {
  return /\bhtml\b/iu.test(headers['content-type'] ?? '') || /^\s*<(?:!doctype html|html)\b/iu.test(text.slice(0, 300));
}

export function capital(name: string): string {
  return name.startsWith('the ') ? `The ${name.slice(4)}` : name;
}
