import type { Span } from '../text/span';
import type { Language } from './language';
import { packRegions, type Region } from './regions';
import { scan } from './yaml/scanner';

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
  scan({ length }, from, state, take) {
    if (from === length) return;
    take({
      length: length - from,
      reach: Number.POSITIVE_INFINITY,
      state,
      defines: [],
      regions(source, start) {
        const text = source.text.slice(start, start + length - from);
        return packRegions(yamlRegions(text, { start: 0, end: text.length }));
      },
    });
  },
};

/**
 * Find the regions of YAML that is a part of another text, such as the front matter of a Markdown page; columns count from
 * the start of `span`, which should be the start of a line. Offsets are those of the whole text.
 */
export function yamlRegions(text: string, span: Span): readonly Region[] {
  return scan(text, span);
}
