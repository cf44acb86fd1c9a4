import { startScholarlyServer, type ScholarlyServer } from '../support/scholarly-server';
import type { WorkbenchOptions } from './fixture';

/** A loopback server for the suite that calls it, and windows whose services it is. */
export function useScholarlyServer(): { readonly services: () => ScholarlyServer; readonly withServices: (options: WorkbenchOptions) => () => Promise<WorkbenchOptions> } {
  let server: ScholarlyServer | undefined;
  before(async () => {
    server = await startScholarlyServer();
  });
  after(async () => {
    await server?.close();
  });
  const services = () => {
    if (!server) throw new Error('The server is started before the tests: ask for it inside a test or a hook.');
    return server;
  };
  return {
    services,
    withServices: (options) => () => {
      const { arxiv, crossref, datacite, acl } = services().bases;
      return Promise.resolve({ ...options, settings: { 'litshelf.services.arxiv': arxiv, 'litshelf.services.crossref': crossref, 'litshelf.services.datacite': datacite, 'litshelf.services.acl': acl, ...options.settings } });
    },
  };
}
