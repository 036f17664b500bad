import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { regionsOf } from '../../server/src/languages/document';
import { markdown } from '../../server/src/languages/markdown';
import { frontMatterOf } from '../../server/src/languages/markdown/blocks/frontMatter';
import { SourceReader } from '../../server/src/text/source';

/** The words that a parser written by others reads in real documents are the words that we read. */
describe('Markdown regions, against mdast over real documents', () => {
  const folders = ['documents', 'groundtruth'].map((folder) => join(__dirname, '../../../shared/corpora', folder));
  const full = process.env.CORPUS === 'full';

  it(full ? 'reads the same words in all of them' : 'reads the same words in a sample', function () {
    this.timeout(full ? 600_000 : 20_000);
    const files = folders.filter(existsSync).flatMap(markdownFiles).sort();
    if (files.length === 0) {
      console.log(`      skipped: no documents in ${folders.join(' or ')}`);
      this.skip();
    }
    const sample = full ? files : draw(files, SAMPLE_SIZE);
    const score = { agreed: 0, ours: 0, theirs: 0 };
    for (const file of sample) {
      // micromark counts its offsets behind a byte order mark.
      const text = readFileSync(file, 'utf8').replace(/^\ufeff/u, '');
      if (text.length > (full ? MAX_LENGTH : MAX_SAMPLE_LENGTH)) continue;
      const ours = ourWords(text);
      const theirs = theirWords(text);
      score.ours += ours.size;
      score.theirs += theirs.size;
      const missing: string[] = [];
      const surplus: string[] = [];
      for (const [start, word] of ours) {
        if (theirs.get(start) === word) score.agreed++;
        else surplus.push(show(text, start, word));
      }
      for (const [start, word] of theirs) if (ours.get(start) !== word) missing.push(show(text, start, word));
      if (process.env.CORPUS_DIFF !== undefined && missing.length + surplus.length > 0) {
        console.log(
          `${file}\n${surplus.map((line) => `  + ${line}`).join('\n')}\n${missing.map((line) => `  - ${line}`).join('\n')}`,
        );
      }
    }
    const precision = score.agreed / score.ours;
    const recall = score.agreed / score.theirs;
    console.log(
      `      ${sample.length} documents, ${score.theirs} words: precision ${precision.toFixed(5)}, recall ${recall.toFixed(5)}`,
    );
    assert.ok(precision >= BAR, `precision ${precision}`);
    assert.ok(recall >= BAR, `recall ${recall}`);
  });
});

const BAR = 0.995;
const SAMPLE_SIZE = 80;
const SEED = 20260219;

/** mdast reads well under a megabyte a second; longer documents are for the full run, and the longest for none. */
const MAX_SAMPLE_LENGTH = 60_000;
const MAX_LENGTH = 1_500_000;

const WORD = /[\p{L}\p{N}]+/gu;

type Words = Map<number, string>;

function ourWords(text: string): Words {
  const words: Words = new Map();
  const reader = new SourceReader();
  const { contentStart } = frontMatterOf(reader.read(text));
  const yaml = offsetsOf(text, YAML_FENCE);
  for (const { kind, spans } of regionsOf(text, markdown, reader)) {
    // What is read of comments is left out on both sides.
    if (kind === 'comment') continue;
    for (const { start, end } of spans) {
      if (start >= contentStart && !yaml.has(start)) addWords(words, text, start, end, NOTHING);
    }
  }
  return words;
}

function theirWords(text: string): Words {
  const words: Words = new Map();
  const tree = fromMarkdown(text, {
    extensions: [frontmatter(['yaml', 'toml']), gfm()],
    // Their transforms look for addresses in the text, and lose the places of what they part.
    mdastExtensions: [
      frontmatterFromMarkdown(['yaml', 'toml']),
      gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
    ],
  });
  const verbatim = offsetsOf(text, VERBATIM);
  const shown = offsetsOf(text, SHOWN_PARAMETER);
  const leftOut = new Set([...verbatim, ...[...offsetsOf(text, LEFT_OUT)].filter((offset) => !shown.has(offset))]);
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'text') addWords(words, text, start, end, leftOut);
    if (node.type === 'html') addHtmlWords(words, text, start, end, leftOut);
    if (node.type === 'inlineCode') addWords(words, text, start, end, verbatim);
    if (node.type === 'image' || node.type === 'imageReference') addInOrder(words, text, start, node.alt ?? '');
    if ('children' in node && !isBareLink(node, text)) open.push(...node.children);
  }
  return words;
}

/** Blocks of code that are YAML, which mdast has as a whole; what is read of YAML has an oracle of its own. */
const YAML_FENCE = /^ *(```+|~~~+) *\{?\.?ya?ml\b[^\n]*\n[\s\S]*?(?:^ *\1|$(?![\s\S]))/gimu;

/** Templates with content that is no Markdown, and that content. */
const VERBATIM = /\{\{[<%] *(mermaid|highlight|comment)[\s\S]*?\/\1|\{% *(highlight|comment)[\s\S]*?end\2/gu;

/** The parameter of a template of Hugo that is shown: `{{< glossary_tooltip text="pods" >}}`. */
const SHOWN_PARAMETER = /(?<=\{\{[<%](?:(?!\}\}|\btext=)[\s\S])*\btext=(["']))(?:(?!\1)[\s\S])*/gu;

function offsetsOf(text: string, pattern: RegExp): ReadonlySet<number> {
  const offsets = new Set<number>();
  for (const { index, 0: match } of text.matchAll(pattern)) {
    for (let offset = index; offset < index + match.length; offset++) offsets.add(offset);
  }
  return offsets;
}

/**
 * What mdast reads and we leave out on purpose: templates of Hugo and Liquid, also in the destinations of links,
 * attributes, entities, URLs, addresses, formulas, markers of alerts, directives and admonitions.
 */
const LEFT_OUT = new RegExp(
  [
    String.raw`\]\((?:[^()\s{}]|\{\{.*?\}\})*\)`,
    String.raw`\{\{[\s\S]*?\}\}`,
    String.raw`\{%[\s\S]*?%\}`,
    String.raw`\{[#.:][^{}\n]*\}`,
    String.raw`&#?\w+;`,
    String.raw`\b[a-z][a-z+.-]+:\/\/(?:[!-;=?-\\^-_a-z~]|\{\{.*?\}\})+`,
    String.raw`\bwww\.[!-;=?-\\^-_a-z~]+`,
    String.raw`[\w.+-]+@[\w-]+\.[\w.-]*[a-z]`,
    String.raw`\$\$[^$]+\$\$|\$[^\s$]+\$(?!\w)`,
    String.raw`^[> ]*\[!\w+\]`,
    String.raw`^ *:::+ *\w*`,
    String.raw`^ *(?:!!!|\?\?\?) \w+`,
  ].join('|'),
  'gimu',
);

/** What of HTML is no text: comments, declarations, elements with raw text, tags. */
const NO_HTML_TEXT = new RegExp(
  [
    String.raw`<!--[\s\S]*?(?:-->|$)`,
    String.raw`<(script|style|pre|textarea)\b[\s\S]*?(?:<\/\1>|$)`,
    `<[!?](?:"[^"]*"|'[^']*'|[^"'>])*>`,
    String.raw`</?[a-z][a-z\d-]*(?:\s(?:"[^"]*"|'[^']*'|[^"'<>])*)?/?>`,
  ].join('|'),
  'giu',
);

function addHtmlWords(words: Words, text: string, start: number, end: number, leftOut: ReadonlySet<number>): void {
  const source = text.slice(start, end);
  let from = 0;
  for (const { index, 0: match } of source.matchAll(NO_HTML_TEXT)) {
    addWords(words, text, start + from, start + index, leftOut);
    from = index + match.length;
  }
  addWords(words, text, start + from, end, leftOut);
}

const NOTHING: ReadonlySet<number> = new Set();

/** An autolink or a bare URL. */
function isBareLink(node: Nodes, text: string): boolean {
  return node.type === 'link' && text.charAt(node.position?.start.offset ?? 0) !== '[';
}

function addWords(words: Words, text: string, start: number, end: number, leftOut: ReadonlySet<number>): void {
  for (const { index, 0: word } of text.slice(start, end).matchAll(WORD)) {
    if (!leftOut.has(start + index)) words.set(start + index, word);
  }
}

/** Add the words of `content`, whose places are unknown but for their order from `start` on. */
function addInOrder(words: Words, text: string, start: number, content: string): void {
  let at = start;
  for (const [word] of content.matchAll(WORD)) {
    at = text.indexOf(word, at);
    if (at < 0) return;
    words.set(at, word);
    at += word.length;
  }
}

function show(text: string, start: number, word: string): string {
  const before = text.slice(Math.max(0, start - 30), start);
  return JSON.stringify(`${before}⟦${word}⟧${text.slice(start + word.length, start + word.length + 30)}`);
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

/** Draw `count` of `items`, the same ones each time. */
function draw<T>(items: readonly T[], count: number): T[] {
  let state = SEED;
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return { item, key: state };
  });
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ item }) => item);
}
