/** What a metadata service says of an identifier: found, not found, or could not check. The three are never confused. */
import type { PaperFields } from '../model/schema.js';

/** The services, with the names that people read. */
export const serviceNames = {
  arxiv: 'arXiv',
  crossref: 'Crossref',
  datacite: 'DataCite',
  acl: 'the ACL Anthology',
  openalex: 'OpenAlex',
  semanticScholar: 'Semantic Scholar',
} as const;
export type Service = keyof typeof serviceNames;

/** The schema's named fields, without the room it leaves for unknown ones. */
type Named<T> = { [K in keyof T as string extends K ? never : K]: T[K] };

/** Bibliographic fields of a paper, in the catalogue's own terms; all are plain text on one line. */
export type MetadataFields = Partial<
  Pick<
    Named<PaperFields>,
    | 'type' | 'title' | 'authors' | 'editors' | 'issued' | 'submitted' | 'venue' | 'container-title' | 'collection-title' | 'volume' | 'issue' | 'page' | 'edition'
    | 'version' | 'publisher' | 'publisher-place' | 'arxiv' | 'arxiv-class' | 'doi' | 'acl' | 'isbn' | 'language' | 'abstract'
  >
>;

/** What is known of a work beside its fields: for the card's status line, never written to a catalogue. */
export interface Facts {
  /** Number of the newest arXiv version. */
  readonly arxivVersion?: number | undefined;
  /** Date of the newest version. */
  readonly updated?: string | undefined;
  readonly withdrawn?: boolean | undefined;
  readonly retracted?: boolean | undefined;
  /** The authors' remark at arXiv ("12 pages, ACL 2023"). */
  readonly comment?: string | undefined;
  /** Where it appeared, in the authors' words at arXiv. */
  readonly journalRef?: string | undefined;
  /**
   * DOI of the published version, as the preprint's record says. It becomes the field `doi` only together with year and venue,
   * from the published record itself.
   */
  readonly publishedAs?: string | undefined;
}

export interface Metadata {
  readonly fields: MetadataFields;
  readonly facts: Facts;
}

/** Which record a field was read from: the service and its identifier there. */
export interface Source {
  readonly service: Service;
  readonly record: string;
}
export type Sources = Readonly<Partial<Record<keyof MetadataFields | keyof Facts, Source>>>;

export interface Found {
  readonly kind: 'found';
  readonly metadata: Metadata;
  readonly sources: Sources;
  /** Set when this is an old answer, given because the service could not be asked now. */
  readonly stale?: Stale | undefined;
  /** Services that would have added to the answer and could not be asked. */
  readonly incomplete?: readonly CouldNotCheck[] | undefined;
}

export interface Stale {
  /** When the old answer was given, in milliseconds since 1970. */
  readonly since: number;
  readonly because: CouldNotCheck;
}

/** The service is sure that it has no such record. */
export interface NotFound {
  readonly kind: 'notFound';
  readonly service: Service;
  /** A sentence. */
  readonly message: string;
}

/** `refused`: the service, or our own rules, will not answer this request, now or later. */
export type Reason = 'offline' | 'timeout' | 'rateLimited' | 'serviceDown' | 'badAnswer' | 'refused' | 'cancelled';

export interface CouldNotCheck {
  readonly kind: 'couldNotCheck';
  readonly service: Service;
  readonly reason: Reason;
  /** A sentence. */
  readonly message: string;
  /** When asking again makes sense, in milliseconds since 1970. */
  readonly retryAt?: number | undefined;
}

export type Answer = Found | NotFound | CouldNotCheck;

/** What a search brought, in the service's order; none is no proof that there is nothing. */
export interface Hits {
  readonly kind: 'hits';
  readonly hits: readonly Found[];
}

export function notFound(service: Service, message: string): NotFound {
  return { kind: 'notFound', service, message };
}

export function couldNotCheck(service: Service, reason: Reason, message: string, retryAt?: number): CouldNotCheck {
  return { kind: 'couldNotCheck', service, reason, message, ...(retryAt === undefined ? {} : { retryAt }) };
}

export function cancelled(service: Service): CouldNotCheck {
  return couldNotCheck(service, 'cancelled', 'The look-up was cancelled.');
}
