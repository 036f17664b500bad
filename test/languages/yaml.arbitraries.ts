import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** Text of pieces that mean something to YAML or to templates, in any order. */
export const anyYaml = fc.array(fragments(), { maxLength: 60 }).map((pieces) => pieces.join(''));

function fragments(): fc.Arbitrary<string> {
  return fc.constantFrom(
    ...[
      'a',
      'load balancer',
      'kind',
      '名前',
      'İ',
      '\ud83d',
      '3',
      'true',
      '/a/b',
      'x@y.z',
      'https://a.b',
      'ab:1',
      '\0',
      '\ufeff',
    ],
    ...[
      ': ',
      ':',
      '- ',
      '-',
      '? ',
      '# ',
      '#',
      '|',
      '>-',
      '|2+',
      '"',
      "'",
      "''",
      '\\"',
      '\\',
      '\\n',
      '&a ',
      '*a',
      '!t ',
      '%',
      '@',
      '`',
    ],
    ...[
      '[',
      ']',
      '{',
      '}',
      ', ',
      '{{',
      '}}',
      '{{- if x }}',
      '{{/* ',
      ' */}}',
      '{%',
      '%}',
      '{#',
      '${',
      '${{',
      '$(',
      ')',
      '$x',
      '{{`{{`}}',
      '{{`}}`}}',
    ],
    ...[
      '\n',
      '\n',
      '\n',
      '\r\n',
      '\r',
      '\n  ',
      '\n    ',
      '\n\n',
      '\t',
      ' ',
      '  ',
      '\n---\n',
      '\n...\n',
      '\n<<<<<<< HEAD\n',
      '-----BEGIN X',
      '-----END X',
      'run: |\n',
    ],
  );
}

/** Lines of real documents, some of which wait for others. */
const LINES = [
  'kind: Deployment',
  'metadata:',
  'name: load balancer # of the cluster',
  '- name: pods',
  '- rolling',
  '  update of the pods',
  'a: "quoted',
  '  text"',
  "b: 'never closed",
  'args: [a, "b c", {d: e}',
  ']',
  '}',
  'spec: {',
  'run: |',
  'description: >-',
  'dashboard.json: |2',
  'script:',
  '# Rolling updates',
  '# - of the pods',
  'x: y # a comment',
  '     # that goes on',
  '{{- if .Values.enabled }}',
  '{{- end }}',
  '{{/* a comment',
  '*/}}',
  '{{- /* closed */ -}}',
  'key: {{ .Values.x | quote }}',
  '{{- toYaml .Values.y | nindent 4 }}',
  '{{- range $k, $v := .Values.z }}',
  'labels: {{ include "x" . | nindent',
  '  4 }}',
  `if: \${{ github.event`,
  '---',
  '...',
  '%YAML 1.2',
  '<<<<<<< HEAD',
  '=======',
  '? a key',
  ': its value',
  '&anchor a: *alias',
  '!!map',
  '-----BEGIN CERTIFICATE-----',
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A',
  '-----END CERTIFICATE-----',
  '#!/bin/sh',
  'echo "pods" # counts',
  '\tx: y',
  '',
  '',
] as const;

/** Lines of long nodes. */
const LONG = [
  'Rolling updates of the pods\n',
  '\n  - drains the node\n    of pods\n',
  '# Rolling updates of the pods\n',
  '# kind: Pod\n',
  '{"kind": "Pod", "of": [1, true]},\n',
  'kind: Pod\n',
  '- load balancer\n',
  'x: "y z"\n',
  '{{ .a }} {{ "b" }}\n',
  'word ',
] as const;

/** Lines as they stand in YAML files and in Helm templates, some of them long, in any order and at any indentation. */
export const anyLines = fc
  .tuple(
    fc.constantFrom('', '', '  ', '    ', '      '),
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...LINES) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...LONG), fc.integer({ min: 1, max: 150 })) },
      { weight: 2, arbitrary: anyYaml },
    ),
  )
  .map(([indent, lines]) => {
    const text = typeof lines === 'string' ? lines : lines[0].repeat(lines[1]);
    return `${text
      .split('\n')
      .map((line) => indent + line)
      .join('\n')}\n`;
  });

/** Documents of no section up to a dozen. */
export const anyDocument = fc
  .tuple(
    fc.array(anyLines, { maxLength: 150, size: 'max' }),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
    fc.constantFrom('', '', '\ufeff'),
  )
  .map(([lines, lineEnd, start]) => start + lines.join('').replaceAll(/\r?\n|\r/g, lineEnd));

/** Edits one after the other: where, as a share of the text, how much is taken out, and what is put in. */
export const anyEdits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.9999, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3000 })),
    inserted: fc.oneof(fc.constantFrom('', 'a', ' ', '\n', '"', "'", '#', '{{', '}}', '  '), anyYaml, anyLines),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Parts of real documents. */
export function realSlice(folder: string): fc.Arbitrary<string> {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .filter((_, index) => index % 10 === 0)
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return fc
    .tuple(fc.constantFrom(...texts), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 20_000 }))
    .map(([text, at, length]) => text.slice(Math.floor(at * text.length), Math.floor(at * text.length) + length));
}
