import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import { checks } from '../../server/src/analysis/checks';
import { Findings } from '../../server/src/analysis/findings';
import { edited, safeEdits } from '../../server/src/analysis/fixing';
import { Occurrences } from '../../server/src/analysis/occurrences';
import { languageOf } from '../../server/src/languages';
import { parseDocument } from '../../server/src/languages/document';
import type { Language } from '../../server/src/languages/language';
import { SourceReader } from '../../server/src/text/source';
import { policyWith, terminologyOf } from '../support/checking';

const documents = path.join(import.meta.dirname, '../../../shared/corpora/documents');
/** All documents, or one in so many. */
const step = process.env.CORPUS === 'full' ? 1 : 8;

/** Words that stand in nearly every document of the corpora are to be avoided here, so that there is much to mend. */
const terminology = terminologyOf(`concepts:
  - { term: machine, avoid: [node, host, server], definition: x }
  - { term: unit, avoid: [pod, container], definition: x }
  - { term: adaptation, avoid: [configuration, setting], definition: x }
  - { term: store, avoid: [volume, database], definition: x }
  - { term: area, avoid: [namespace, cluster], definition: x }
  - { term: entry point, avoid: [API server, endpoint], definition: x }
  - { term: instrument, avoid: [tool, agent], definition: x }
  - { term: Kubernetes, abbreviations: [K8s], definition: x }
  - { term: Custom Resource Definition, abbreviations: [CRD], definition: x }
  - { term: continuous integration, abbreviations: [CI], definition: x }
  - { term: example, avoid: [sample], definition: x }
`);
const policy = policyWith(checks.map(({ name }) => name));
/** Passes until nothing is left to be mended: one that needs more mends what it has mended. */
const MOST_PASSES = 10;

const reader = new SourceReader();
const findings = new Findings(checks, reader);

describe('fixes in real documents', function () {
  this.timeout(step === 1 ? 600_000 : 60_000);

  before(function () {
    if (existsSync(documents)) return;
    console.log('      skipped: ../shared/corpora/documents is not there');
    this.skip();
  });

  it('keep what documents are made of, and leave nothing that can be fixed', () => {
    const files = readdirSync(documents, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter((_, index) => index % step === 0)
      .map((name) => path.join(documents, name))
      .filter((file) => statSync(file).isFile());
    let mended = 0;
    for (const file of files) {
      const language = languageOf({ uri: `file://${file}`, languageId: '' });
      const text = readFileSync(file, 'utf8');
      if (language === undefined || text.length > LONGEST) continue;
      const fixed = mend(text, language, file);
      if (fixed === text) continue;
      mended++;
      const structure = language.id === 'markdown' ? markdownStructure : yamlStructure;
      assert.deepEqual(structure(fixed), structure(text), file);
    }
    console.log(`      ${mended} of ${files.length} files were changed`);
    assert.ok(mended > files.length / 3, `${mended} of ${files.length} files were changed`);
  });
});

/** Longer ones take an independent parser too long, in UTF-16 units. */
const LONGEST = 300_000;

function mend(text: string, language: Language, file: string): string {
  let current = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const edits = safeEdits(findingsIn(current, language));
    if (edits.length === 0) return current;
    current = edited(current, edits);
  }
  assert.fail(`${file} is not mended after ${MOST_PASSES} passes`);
}

function findingsIn(text: string, language: Language) {
  const occurrences = new Occurrences(parseDocument(text, language, reader), terminology.vocabulary, reader);
  return findings.in(occurrences, { terminology, policy });
}

const markdown = new MarkdownIt({ html: true });

/** The tokens that another parser sees, with where links lead and without the words. */
function markdownStructure(text: string): readonly string[] {
  const tokens = markdown.parse(text, {});
  return tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .map(({ type, tag, attrs, info, content }) => {
      const isVerbatim = type === 'code_inline' || type === 'fence' || type === 'code_block';
      return [type, tag, JSON.stringify(attrs), info, isVerbatim ? content : ''].join(' ');
    });
}

/** The keys and the kinds of values; of templates, which are no YAML, the indentation of the lines. */
function yamlStructure(text: string): readonly string[] {
  const parsed = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(parsed) || parsed.some(({ errors }) => errors.length > 0)) {
    return text.split('\n').map((line) => /^[\s-]*/.exec(line)?.[0] ?? '');
  }
  const structure: string[] = [];
  const waiting: unknown[] = parsed.map(({ contents }) => contents);
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isMap(node)) {
      structure.push(`map ${node.items.map(({ key }) => String(key)).join(' ')}`);
      waiting.push(...node.items.map(({ value }) => value));
    } else if (isSeq(node)) {
      structure.push(`seq ${node.items.length}`);
      waiting.push(...node.items);
    } else {
      structure.push(isScalar(node) ? `${node.type} ${typeof node.value}` : typeof node);
    }
  }
  return structure;
}
