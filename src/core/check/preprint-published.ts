import type { CheckRule } from './check.js';
import { possibleFix, safeFix } from './fixes.js';
import { fieldPlace } from './place.js';

/** DOIs of preprint servers and archives: arXiv, bioRxiv, medRxiv, OSF, PsyArXiv, SSRN, Research Square, Preprints.org, ChemRxiv, TechRxiv, Zenodo, figshare, Authorea, EarthArXiv, OpenReview. */
const preprintDoi = /^10\.(?:48550|1101|64898|31219|31234|2139|21203|20944|26434|36227|5281|6084|22541|31223|31222|35542|31235|47611)\//u;
/** A venue that says "not published" in other words; what is shown at a workshop mostly stays a preprint. */
const noVenue = /arxiv|\bcorr\b|preprint|biorxiv|medrxiv|ssrn|techrxiv|openreview|workshop|submitted|under review|in preparation/iu;
/** Volumes of the ACL Anthology that are journals (TACL, CL). */
const journal = /^\d{4}\.(?:tacl|cl)-|^[JQ]\d\d-/u;

export const preprintPublished: CheckRule = {
  code: 'preprint-published',
  severity: 'info',
  about: 'A paper of type article (a preprint) names the place where it was published.',
  *paper(record) {
    const { fields, type } = record.paper;
    if (type !== 'article' || fields.arxiv === undefined) return;
    const { doi, acl, venue } = fields;
    const published = acl !== undefined ? `ACL Anthology ${acl}` : doi !== undefined && !preprintDoi.test(doi) ? `DOI ${doi}` : venue !== undefined && !noVenue.test(venue) ? venue : undefined;
    if (published === undefined) return;
    const meant = acl === undefined ? undefined : journal.test(acl) ? 'article-journal' : 'paper-conference';
    const made = meant === undefined ? undefined : (record.fields.acl === undefined ? possibleFix : safeFix)(`Write type: ${meant}`, record, [[['type'], meant]]);
    yield { ...fieldPlace(record, 'type'), message: `${record.fields.id} is filed as a preprint and says where it was published (${published}): write its type, or run Find Published Version for the whole record.`, ...(made ? { fix: made } : {}) };
  },
};
