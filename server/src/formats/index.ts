import { contextiveFormat } from './contextive';
import { cspellFormat } from './cspell';
import { csvFormat, tsvFormat } from './csv';
import { docusaurusFormat } from './docusaurus';
import type { GlossaryFormat, GlossaryReader, NamedText } from './format';
import { frontMatterFormat } from './frontMatter';
import { jsonListFormat } from './jsonList';
import { markdownFormat } from './markdown';
import { nativeFormat } from './native';
import { jsonFormat } from './native/json';
import { tbxFormat } from './tbx';
import { textlintFormat } from './textlint';
import { valeFormat } from './vale';

export { isGlossaryFile } from './fileNames';

/** All formats. Of several that recognise a file the first counts, and ours where none does. */
export const formats: readonly GlossaryFormat[] = [
  contextiveFormat,
  nativeFormat,
  jsonFormat,
  csvFormat,
  tsvFormat,
  docusaurusFormat,
  jsonListFormat,
  frontMatterFormat,
  markdownFormat,
  tbxFormat,
  valeFormat,
  cspellFormat,
  textlintFormat,
];

/** Find the format that a file is written in, by its extension and its text. */
export function formatOf(file: NamedText): GlossaryFormat {
  return recognisedFormat(file) ?? nativeFormat;
}

/** Find the format that says that a file is its own; undefined where none does. */
export function recognisedFormat(file: NamedText): GlossaryFormat | undefined {
  const path = pathOf(file.uri).toLowerCase();
  const candidates = formats.filter(({ extensions }) => extensions.some((extension) => path.endsWith(extension)));
  return candidates.find((format) => format.recognises(file));
}

/** List the extensions of all files that some format reads, in lower case with their dot. */
export function readExtensions(): readonly string[] {
  return [...new Set(formats.flatMap(({ extensions, reader }) => (reader === undefined ? [] : extensions)))];
}

/** Find a format by its id. */
export function formatNamed(id: string): GlossaryFormat | undefined {
  return formats.find((format) => format.id === id);
}

/** Load what reads a file: the format that `as` names, or else the one that it is written in. */
export async function readerOf(file: NamedText, as?: string): Promise<GlossaryReader> {
  const format = (as === undefined ? undefined : formatNamed(as)) ?? formatOf(file);
  return (await format.reader?.()) ?? nativeFormat;
}

function pathOf(uri: string): string {
  const end = uri.search(/[?#]/);
  return end === -1 ? uri : uri.slice(0, end);
}
