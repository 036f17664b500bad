import type { Severity } from '../../../server/src/analysis/finding';
import type { CheckRun, FileFinding } from '../../../server/src/cli/checkRun';
import { unmark } from '../../support/marked';

/** A finding at the mark in a line: `We run ⟦k8s⟧`. */
export function finding(marked: string, more: Partial<FileFinding> = {}): FileFinding {
  const { text, spans } = unmark(marked);
  const [span = { start: 0, end: 0 }] = spans;
  return {
    check: 'deprecated-term',
    severity: 'warning',
    message: 'Use "Kubernetes" instead of "k8s"',
    start: { line: 3, column: span.start + 1 },
    end: { line: 3, column: span.end + 1 },
    line: text,
    fix: undefined,
    related: [],
    fingerprint: '0123456789abcdef',
    ...more,
  };
}

/** A run over files, by their paths. */
export function run(files: Readonly<Record<string, readonly FileFinding[]>>, more: Partial<CheckRun> = {}): CheckRun {
  return {
    files: Object.entries(files).map(([path, findings]) => ({ path, findings })),
    checkedCount: 12,
    unreadable: [],
    knownCount: 0,
    version: '1.2.3',
    ...more,
  };
}

const kubernetes = finding('We run ⟦k8s⟧ on three nodes.', {
  severity: 'error',
  fix: {
    title: 'Replace with "Kubernetes"',
    isSafe: true,
    edits: [{ start: { line: 3, column: 8 }, end: { line: 3, column: 11 }, text: 'Kubernetes' }],
  },
  related: [{ message: 'The glossary says so here', path: 'glossary.yaml', start: { line: 7, column: 5 } }],
});

/** A run in which something of everything is. */
export const variedRun = run(
  {
    'docs/guide.md': [
      kubernetes,
      finding('Its ⟦VPA⟧ is off.', {
        check: 'undefined-abbreviation',
        message: 'Nothing explains "VPA"',
        severity: 'information',
        start: { line: 9, column: 5 },
        end: { line: 9, column: 8 },
        fingerprint: 'fedcba9876543210',
      }),
    ],
    'docs/öffnen & schließen.md': [
      finding('a ⟦roll⟧', {
        start: { line: 1, column: 3 },
        end: { line: 2, column: 4 },
        fix: { title: 'Think about it', isSafe: false, edits: [] },
      }),
      finding('⟦x⟧', { severity: 'hint', start: { line: 4, column: 1 }, end: { line: 4, column: 2 } }),
    ],
  },
  { unreadable: [{ path: 'docs/binary.md', reason: 'it is not UTF-8 text' }], knownCount: 3 },
);

/** What documents and names of files may hold that speaks to terminals, runners and readers of reports. */
export const hostileTexts: readonly string[] = [
  'a\n::error file=x::pwned',
  '\r\n::stop-commands::pwned',
  '::add-mask::e',
  '  ::warning::pwned',
  '##vso[task.setvariable variable=x]pwned',
  '##[set-env name=x]pwned',
  'a ###[group]pwned',
  "##teamcity[message text='pwned']",
  '\u001b]52;c;cHduZWQ=\u0007\u001b[31m\u009b31m',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><script>&quot;&amp;&#x0;',
  'a ]]> b <![CDATA[ c --> <!--',
  '=cmd|calc',
  '+1',
  '@sum(1)',
  Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join(''),
  'a\u202ecod.\u2066x\u2069\u200fy\u061c',
  'zero\u200bwidth\ufeff\u00ad',
  'tag\u{e0041}\u{e0042}',
  'lone \ud800 and \udc00',
  'line\u2028and\u2029paragraph\u0085next',
  '%0A::error::pwned %25 100%',
  '[link](https://example.org) ![image](x) [1](1) \\[',
  '| cell | `code` **bold** _it_ # h',
  'https://example.org/x www.example.org a@example.org',
  '\n# heading\n\n- list',
  '\ufffe\uffff',
  '{0} {{x}} $(id) `id`',
];

/** A run with a hostile text in every place where a text may be. */
export const hostileRun = run(
  Object.fromEntries(
    hostileTexts.map((text, index) => [
      `${index}/${text}.md`,
      [
        finding('', {
          message: text,
          line: `before ${text} after`,
          start: { line: 1, column: 8 },
          end: { line: 1, column: 8 + text.length },
          fix: {
            title: text,
            isSafe: true,
            edits: [{ start: { line: 1, column: 1 }, end: { line: 1, column: 1 }, text }],
          },
          related: [{ message: text, path: text, start: { line: 1, column: 1 } }],
        }),
      ],
    ]),
  ),
  { unreadable: hostileTexts.map((text) => ({ path: text, reason: text })) },
);

/** A run of checks whose names are hostile: whoever merges reports takes them from files. */
export const hostileChecks = run({ 'a.md': hostileTexts.map((text) => finding('⟦x⟧', { check: text })) });

/** Paths that begin with anything: no folder stands before the hostile text. */
export const hostilePaths = run(
  Object.fromEntries(hostileTexts.map((text) => [text, [finding('⟦x⟧', { message: text, line: text })]])),
);

/** Lines in which the runner of a service finds a command: each looks at the start, at the least, behind spaces. */
export function commandsIn(output: string): readonly string[] {
  const lines = output.split(/\r\n|[\r\n\u0085\u2028\u2029]/);
  return lines.filter((line) => line.trimStart().startsWith('::') || /##[a-z]*\[/i.test(line));
}

/** Characters in a text that no reader sees, but for line ends: what steers terminals and turns text around. */
export function unseenIn(output: string): readonly string[] {
  // An emoji may hold joiners; there is none in the texts above.
  return output.match(/(?!\n)[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu) ?? [];
}

/** Findings of all severities, so many of each. */
export function manyFindings(count: number): readonly FileFinding[] {
  const one: readonly Severity[] = ['hint', 'information', 'warning', 'error'];
  return one.flatMap((severity) => Array.from({ length: count }, () => finding('⟦x⟧', { severity })));
}
