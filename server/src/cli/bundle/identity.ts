import type { BundleOptions } from './options';

/** Say what is wrong with how a package is called, as galleries and npm see it; undefined where nothing is. */
export function whyUnfit({ kind, name, publisher, version, repository }: BundleOptions): string | undefined {
  if (kind === 'vsix') {
    if (publisher === undefined) return 'an extension needs --publisher, the name that a gallery knows you by';
    if (!EXTENSION_NAME.test(publisher)) return `--publisher ${publisher} may have letters, digits and hyphens alone`;
    if (!EXTENSION_NAME.test(name)) return `--name ${name} may have letters, digits and hyphens alone`;
  } else if (!NPM_NAME.test(name) || name.length > LONGEST_NPM_NAME) {
    return `--name ${name} is no name of a package of npm, such as @acme/glossary`;
  }
  if (!VERSION.test(version)) return `--package-version ${version} is no version such as 1.2.3`;
  if (repository !== undefined && !/^https:\/\/[^\s"<>\\]+$/u.test(repository)) {
    return '--repository must be an address that begins with https://';
  }
  return undefined;
}

const EXTENSION_NAME = /^[a-z0-9][a-z0-9-]{0,99}$/i;
const NPM_NAME = /^(?:@[a-z0-9-][a-z0-9._-]*\/)?[a-z0-9-][a-z0-9._-]*$/;
const LONGEST_NPM_NAME = 214;
/** Galleries take no more than three numbers. */
const VERSION = /^(?:0|[1-9]\d{0,9})\.(?:0|[1-9]\d{0,9})\.(?:0|[1-9]\d{0,9})$/;
