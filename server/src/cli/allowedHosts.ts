import { InvalidArgumentError, Option } from 'commander';
import { readHost } from '../sources/web/address';

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
