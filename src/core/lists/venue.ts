/** Venues that are none: where a work is before it is published. */

/** "arxiv 2023", "Preprint", "under review": no venue in a catalogue's sense. */
export function isPreprint(venue: string): boolean {
  return /^(?:arxiv|arxuv|axriv|arvix|corr|pre-?prints?|github(?: repo(?:sitory)?)?|blog|under review|submitted)(?:\s+preprint)?[\s:.,'’`-]*(?:\d{2,4}(?:[./-]\d{1,2})?|arxiv:?\S*)?\s*$/iu.test(venue.trim()) || /^arxiv preprint arxiv:/iu.test(venue.trim());
}
