import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Composer, CST, Parser } from 'yaml';
import { regionsOf } from '../../server/src/languages/document';
import type { RegionKind } from '../../server/src/languages/regions';
import { yaml } from '../../server/src/languages/yaml';
import { SourceReader } from '../../server/src/text/source';

/** In documents that are YAML, the words that a YAML parser finds in keys, scalars and comments are the words that we read. */
describe('YAML regions, against the yaml package over real documents', () => {
  const folder = join(__dirname, '../../../shared/corpora/documents');

  it('reads the same words in all of them', function () {
    this.timeout(120_000);
    const files = existsSync(folder) ? yamlFiles(folder).sort() : [];
    if (files.length === 0) {
      console.log(`      skipped: no documents in ${folder}`);
      this.skip();
    }
    const score = { files: 0, agreed: 0, ours: 0, theirs: 0 };
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const tokens = tokensOf(text);
      if (tokens === undefined) continue;
      const { words: theirs, unsure } = theirWords(text, tokens);
      const ours = ourWords(text, unsure);
      const surplus = [...ours].filter(([start, word]) => theirs.get(start) !== word);
      const missing = [...theirs].filter(([start, word]) => ours.get(start) !== word);
      score.files++;
      score.ours += ours.size;
      score.theirs += theirs.size;
      score.agreed += ours.size - surplus.length;
      if (process.env.CORPUS_DIFF !== undefined && surplus.length + missing.length > 0) {
        const lines = [
          ...surplus.map((word) => show('+', text, word)),
          ...missing.map((word) => show('-', text, word)),
        ];
        console.log(`${file}\n${lines.join('\n')}`);
      }
    }
    const precision = score.agreed / score.ours;
    const recall = score.agreed / score.theirs;
    const figures = `precision ${precision.toFixed(5)}, recall ${recall.toFixed(5)}`;
    console.log(`      ${score.files} documents, ${score.theirs} words: ${figures}`);
    assert.ok(score.files > 0);
    assert.ok(precision >= BAR, figures);
    assert.ok(recall >= BAR, figures);
  });
});

const BAR = 0.995;

/** By offset, each word that holds a letter, with what it belongs to: `key: name`, `value: Pod`, `comment: scale`. */
type Words = Map<number, string>;
type Place = 'key' | 'value' | 'comment';
type Stretch = readonly [start: number, end: number];

function ourWords(text: string, unsure: readonly Stretch[]): Words {
  const words: Words = new Map();
  for (const { kind, spans } of regionsOf(text, yaml, new SourceReader())) {
    const start = spans[0].start;
    if (unsure.some((stretch) => stretch[0] <= start && start < stretch[1])) continue;
    for (const span of spans) addWords(words, placeOf(kind), text.slice(span.start, span.end), span.start);
  }
  return words;
}

function placeOf(kind: RegionKind): Place {
  return kind === 'key' || kind === 'comment' ? kind : 'value';
}

function addWords(words: Words, place: Place, source: string, offset: number): void {
  for (const { 0: word, index } of source.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    if (/\p{L}/u.test(word)) words.set(offset + index, `${place}: ${word}`);
  }
}

/** The tokens of a document without errors, else nothing. */
function tokensOf(text: string): CST.Token[] | undefined {
  const tokens = [...new Parser().parse(text)];
  const documents = [...new Composer({ uniqueKeys: false }).compose(tokens, true, text.length)];
  return documents.every(({ errors }) => errors.length === 0) ? tokens : undefined;
}

/** What the tokens hold to read; and the block scalars of which only their lines tell whether they are code. */
function theirWords(text: string, tokens: readonly CST.Token[]): { words: Words; unsure: readonly Stretch[] } {
  const words: Words = new Map();
  const unsure: Stretch[] = [];
  const work: { token: CST.Token | null | undefined; place: Place; key: string }[] = [];
  for (const token of tokens) work.push({ token, place: 'value', key: '' });
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { token, place, key } = next;
    if (token === null || token === undefined) continue;
    if (token.type === 'comment') {
      if (!isModeline(token.source)) addChunks(words, 'comment', token.source.replace(/^#+/, blanks), token.offset);
    } else if (CST.isScalar(token) && token.type !== 'alias') {
      if (token.type === 'block-scalar') {
        const start = token.offset + token.props.reduce((length, prop) => length + sourceLength(prop), 0);
        for (const prop of token.props) work.push({ token: prop, place, key });
        const sort = sortOfBlock(key, token.source);
        if (sort === 'unsure') unsure.push([start, start + token.source.length]);
        if (sort === 'text') addScalar(words, place, key, token.source, start);
        if (sort === 'script') addScriptComments(unsure, start, token.source);
      } else {
        addScalar(words, place, key, token.source, token.offset, token.type);
      }
      for (const end of 'end' in token ? (token.end ?? []) : []) work.push({ token: end, place, key });
    } else {
      if ('start' in token && !('items' in token && token.type === 'flow-collection')) {
        for (const start of token.start as CST.SourceToken[]) work.push({ token: start, place, key });
      }
      if ('value' in token) work.push({ token: token.value, place, key });
      if ('items' in token) {
        for (const item of token.items) {
          const hasKey = item.key !== undefined || (item.sep ?? []).some(({ type }) => type === 'map-value-ind');
          for (const each of [...(item.start ?? []), ...(item.sep ?? [])]) work.push({ token: each, place, key });
          const itemKey = hasKey ? keyText(text, item.key) : key;
          work.push({ token: item.key, place: 'key', key: '' });
          work.push({ token: item.value, place, key: itemKey });
        }
      }
      if ('end' in token) for (const end of token.end ?? []) work.push({ token: end, place, key });
    }
  }
  return { words, unsure };
}

function sourceLength(token: CST.Token): number {
  return 'source' in token ? token.source.length : 0;
}

function keyText(_text: string, key: CST.Token | null | undefined): string {
  return key !== null && key !== undefined && 'source' in key
    ? key.source.replace(/^["']|["']$/g, '').toLowerCase()
    : '';
}

function isModeline(comment: string): boolean {
  return /^#!|^#+\s*(yaml-language-server:|yamllint |-\*-|vim:|vi:|ex:|code: language=)/.test(comment);
}

const TEXT_KEYS = 'description|summary|message|title|help|comment|notes?|docs?|about|readme|text';
const SCRIPT_KEYS =
  'run|command|commands|script|args|entrypoint|cmd|shell|bash|sh|exec|before_script|after_script|expr|install|inlinescript|test';
const CODE_KEYS = 'if|expression|regex|pattern|jsonpath|rego|query|sql';

function sortOfBlock(key: string, source: string): 'text' | 'script' | 'unsure' {
  if (/^\s*#!/.test(source) || isOneOf(SCRIPT_KEYS, key)) return 'script';
  return isOneOf(TEXT_KEYS, key) ? 'text' : 'unsure';
}

function isOneOf(names: string, name: string): boolean {
  return new RegExp(`^(${names})$`).test(name);
}

/** Comments in scripts are no comments of YAML: rows hold how they are read. */
function addScriptComments(unsure: Stretch[], start: number, source: string): void {
  unsure.push([start, start + source.length]);
}

/** A scalar, unless all of it is left out: data, images, code of several words. */
function addScalar(words: Words, place: Place, key: string, source: string, offset: number, type = 'plain'): void {
  const isDouble = type === 'double-quoted-scalar';
  const escaped = isDouble ? source.replace(/\\(x..|u....|U.{8}|[^"/\\ \n\r])/gsu, blanks) : source;
  const quoted = /quoted/.test(type) ? ` ${escaped.slice(1, -1)} ` : escaped;
  const content = quoted.trim();
  if (place === 'value') {
    if (key === 'image' || /^\{(?![{%#]).*\}$|^\[.*\]$|^-----BEGIN |^-[-a-z].*\s/is.test(content)) return;
    const isOneWord = !/\s/.test(content.replace(TEMPLATE, 'x'));
    if (isOneWord && (isDatum(content) || /[(){}|\\^;]/.test(content.replace(TEMPLATE, '')))) return;
    if (!isOneWord && isOneOf(`${SCRIPT_KEYS}|${CODE_KEYS}`, key)) return;
  }
  addChunks(words, place, quoted, offset);
}

/** Numbers with and without units, booleans, null, dates, versions. */
function isDatum(word: string): boolean {
  return (
    /^(true|false|yes|no|on|off|null|~)$/i.test(word) ||
    /^[-+]?\.(inf|nan)$/i.test(word) ||
    /^[-+~^<>=.]*(\d[\d_.,:/%+-]*|0[xob][\da-f]+|[\d.]+e[-+]?\d+)$/i.test(word) ||
    /^[-+~^<>=.]*(\d+([nuµm]?s|[mhdwykgtpe]|mins?|secs?|[kmgtpe]i?b?|[kmg]?hz|px|r?em|pt|fps|[mg]bps|rpm|qps|b))+$/i.test(
      word,
    ) ||
    /^[-+~^<>=.]*(v\d|\d+\.)/i.test(word) ||
    /^\d{4}-\d\d-\d\dt/i.test(word)
  );
}

/** Go, Jinja and GitHub templates, shell expansions. */
const TEMPLATE = /\$?\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\$\{[^}\n]*\}|\$\([^)\n]*\)|\$[A-Za-z_]\w*(\.[A-Za-z]\w*)*/gs;
/** Stands for one unit of a template. */
const HOLE = '\ufffc';

/** The words of all stretches between white space that do not refer to something. */
function addChunks(words: Words, place: Place, source: string, offset: number): void {
  const masked = source.replace(TEMPLATE, (template) => HOLE.repeat(template.length));
  for (const { 0: chunk, index } of masked.matchAll(/\S+/g)) {
    const link = chunk.indexOf('](');
    if (!isReference(chunk)) addWords(words, place, chunk, offset + index);
    else if (link > 0 && !isReference(chunk.slice(0, link))) {
      addWords(words, place, chunk.slice(0, link), offset + index);
    }
  }
}

/** One expression for each class of words that refer instead of saying something. */
const REFERENCES: readonly RegExp[] = [
  /:\//, // URLs, volumes
  /^(mailto|arn|urn|data|oci|sha\d+):/i,
  /^.+@.|^@.*\//, // e-mail addresses, packages and actions with a version, packages of a scope
  /^(\/|\.+\/|~|\.[^/]*\/)|\/.*\/|\/$|^[a-z]:.*\\/i, // paths
  /^[^A-Z]+\/[^A-Z/]+\.[a-z][^A-Z/]*$/, // a file in a folder
  /\/v\d\w*$/, // groups with a version
  /[-_/:]\*|\*[-_/:]|\.\*|\*\.(?=.)/, // globs
  /^[a-z\d._/-]*[a-z][a-z\d._/-]*:(v?\d|latest$)/, // images, hosts with a port
  /^[a-z\d._-]*\/[a-z\d._/-]*:./, // images of a registry
  /^\.?[\w-]+(\.[\w-]+)+\.[a-z][\w-]+(\/.*)?$/i, // dotted names, with or without a path
  /^[a-z\d-]+\.[a-z][a-z\d-]+\/|^[a-z\d-]+\.(com|org|net|io|dev|edu|gov|info|local|internal|localhost|test|example|svc)(\/.*)?$/, // domains
  /^(?=.*\d)[\da-f]{8,}$/i, // hashes
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, // UUIDs
  /^((?=.{20})[a-zA-Z\d+/]+|(?=.*[A-Z])(?=.*[a-z])(?=(....)+$).{5}[a-zA-Z\d+/]+)=+$|^(?=.{20})(?=.*[A-Z])[a-zA-Z+/]*(\d+[a-zA-Z+/]+){3}[a-zA-Z\d+/]*$/i, // base64
  /^.{129}/s, // what nobody reads
];

function isReference(chunk: string): boolean {
  const bare = chunk
    .replace(/\ufffc+/g, 'x')
    .replace(/^[([{<"'`_]+|[.,;:!?)\]}>"'`_]+$/g, '')
    .replace(/^(\*+)(.+?)(\*+)$/s, (all, open: string, inner: string, close: string) => {
      const stars = Math.min(open.length, close.length);
      return all.slice(stars, all.length - stars) || inner;
    });
  return bare.length > 1 && REFERENCES.some((reference) => reference.test(bare));
}

function blanks(text: string): string {
  return ' '.repeat(text.length);
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name));
}

function show(sign: string, text: string, [start, word]: readonly [number, string]): string {
  return `  ${sign} ${word} … ${JSON.stringify(text.slice(Math.max(0, start - 40), start + 40))}`;
}
