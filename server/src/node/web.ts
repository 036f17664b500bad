import type { Host } from '../host';
import { cacheFolder } from './cacheFolder';
import { webDefaults } from './webDefaults';

/** Give the ports to the web: what needs them is loaded with the first glossary from there. `folder` keeps copies. */
export function nodeWeb(
  folder: () => string | undefined,
): Required<Pick<Host, 'network' | 'storage' | 'digest' | 'webDefaults'>> {
  const load = async () => {
    const { folderStorage } = await import('./storage');
    return folderStorage(() => folder() ?? cacheFolder(process.env, process.platform));
  };
  let loading: ReturnType<typeof load> | undefined;
  const storage = () => {
    loading ??= load();
    return loading;
  };
  return {
    network: { get: async (request) => (await import('./network')).askWeb(request) },
    storage: {
      read: async (key) => (await storage()).read(key),
      write: async (key, bytes) => (await storage()).write(key, bytes),
    },
    digest: async (bytes) => Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex'),
    webDefaults: webDefaults(process.env),
  };
}
