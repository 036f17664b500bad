import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { URI } from 'vscode-uri';
import { readHost } from '../sources/webAddress';

/** Make the option `--allow-host`, which may be given several times. */
export function allowHostOption(): Option {
  return new Option(
    '--allow-host <host>',
    'a host that glossaries may be fetched from, such as glossary.acme.com; may be given several times',
  ).argParser((text, previous: readonly string[] = []) => {
    const host = readHost(text);
    if (host === undefined) throw new InvalidArgumentError('It must be a host, such as acme.com or localhost:8443.');
    return [...previous, host];
  });
}

/** Give the URI of a glossary that a command line names: an address on the web, or a file. */
export function glossaryUri(folder: string, text: string): string {
  return isWebAddress(text) ? text : URI.file(resolve(folder, text)).toString();
}

/** Tell whether a command line names something on the web. */
export function isWebAddress(text: string): boolean {
  return text.startsWith('https:');
}
