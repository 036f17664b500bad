import { URI, Utils } from 'vscode-uri';

/**
 * Find the glossary that a configuration at `configurationUri` names: by a path, relative to its folder or absolute, or by a
 * URI of the scheme `file:`. Never one on another machine, which a system might greet with the password of its user.
 */
export function glossaryUri(
  path: string,
  configurationUri: string,
): { readonly uri: string } | { readonly reason: string } {
  if (OF_OTHER_MACHINE.test(path)) return { reason: OTHER_MACHINE };
  try {
    if (WINDOWS_DRIVE.test(path)) return { uri: settled(path) };
    const scheme = SCHEME.exec(path)?.[0].toLowerCase();
    const folder = Utils.dirname(URI.parse(configurationUri, true));
    if (scheme === undefined) return { uri: Utils.resolvePath(folder, path.replaceAll('\\', '/')).toString() };
    if (scheme !== 'file:') return { reason: 'a glossary is a file: write its path' };
    const uri = URI.parse(path, true);
    if (uri.authority !== '' || OF_OTHER_MACHINE.test(uri.path)) return { reason: OTHER_MACHINE };
    return { uri: settled(uri.path) };
  } catch {
    return { reason: 'it is neither a path nor a URI' };
  }
}

/** Give the URI of a path without `.` and `..`, so that all can see in which folder it lies. */
function settled(path: string): string {
  return Utils.joinPath(URI.file(path.replaceAll('\\', '/'))).toString();
}

/** As Windows understands it. */
const OF_OTHER_MACHINE = /^[/\\]{2}/;
const OTHER_MACHINE = 'files on other machines are not';
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
const WINDOWS_DRIVE = /^[a-z]:[\\/]/i;
