import type { Source } from '../text/source';
import { DOCUMENT_START, type Language, type ScanState, SECTION_LENGTH, type Section } from './language';
import { RegionWriter } from './regions';
import { Scanner } from './yaml/scanner';

/**
 * YAML, and text that becomes YAML once its Go, Jinja or other template expressions are filled in.
 *
 * Read are keys, values and comments. Never read are anchors, aliases, tags, template expressions, and words that refer
 * instead of saying something (paths, URLs, image references, hashes, dotted names: `yaml/references.ts`); numbers,
 * booleans, dates and versions that are a whole value (`yaml/data.ts`); and code (`yaml/code.ts`).
 */
export const yaml: Language = {
  id: 'yaml',
  languageIds: [
    'yaml',
    'yml',
    'ansible',
    'ansible-jinja',
    'azure-pipelines',
    'cloudformation',
    'dockercompose',
    'docker-compose',
    'esphome',
    'github-actions-workflow',
    'gitlab-ci',
    'helm',
    'home-assistant',
    'jinja-yaml',
    'yaml.ansible',
    'yaml.docker-compose',
    'yaml.gitlab',
    'yaml.helm-values',
  ],
  extensions: [
    '.yaml',
    '.yml',
    '.eyaml',
    '.eyml',
    '.yaml.gotmpl',
    '.yaml.j2',
    '.yaml.tmpl',
    '.yaml.tpl',
    '.yml.gotmpl',
    '.yml.j2',
    '.yml.tmpl',
    '.yml.tpl',
  ],
  commentStyle: 'hash',
  scan,
};

/**
 * Read the regions of YAML that is a part of another text, such as the front matter of a Markdown page: the text between
 * the offsets, which should be whole lines. Offsets are those of the whole text.
 */
export function readYaml(source: Source, start: number, end: number, writer: RegionWriter): void {
  const scanner = new Scanner(source.text, source.units, end, writer);
  let at = behindByteOrderMark(source, start);
  while (at < end) at = scanner.readFrom(at);
}

const BYTE_ORDER_MARK = 0xfeff;

/** YAML defines nothing for other parts of its document. */
const NOTHING: readonly string[] = [];

/** Writes one section after the other, and keeps nothing: most documents are shorter than the time to make a writer. */
const sectionWriter = new RegionWriter();

function scan(source: Source, from: number, state: ScanState, take: (section: Section) => boolean): void {
  const scanner = new Scanner(source.text, source.units, source.length, sectionWriter);
  const { look, reader } = scanner;
  sectionWriter.rollback(0);
  if (state !== DOCUMENT_START) scanner.restore(state);
  let start = from;
  let startState = state;
  let at = state === DOCUMENT_START ? behindByteOrderMark(source, from) : from;
  while (start < source.length) {
    look.limit = start + SECTION_LENGTH;
    look.resetReach();
    reader.origin = start;
    while (at < source.length && at < look.limit) at = scanner.readFrom(at);
    look.see(at);
    const regions = sectionWriter.take();
    const isTaken = take({
      length: at - start,
      reach: look.reach - start,
      state: startState,
      defines: NOTHING,
      // YAML shows its regions while it is scanned.
      regions: () => regions,
    });
    if (!isTaken || at === source.length) return;
    start = at;
    startState = scanner.write();
  }
}

function behindByteOrderMark({ units }: Source, start: number): number {
  return units[start] === BYTE_ORDER_MARK ? start + 1 : start;
}
