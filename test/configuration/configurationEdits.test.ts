import assert from 'node:assert/strict';
import fc from 'fast-check';
import { acceptAbbreviationEdits, switchOffEdits } from '../../server/src/configuration/configurationEdits';
import { applyEdits } from '../analysis/suppressions/suppressed';

const CHECKS = ['deprecated-term', 'jargon'];

type Row = readonly [name: string, before: string, after: string | undefined];

const switchedOff: readonly Row[] = [
  ['in a file that is new', '', 'checks:\n  jargon: off\n'],
  ['in a file of comments', '# Ours.\n# None.', '# Ours.\n# None.\nchecks:\n  jargon: off\n'],
  ['in a file without checks', 'audience: users\n', 'audience: users\nchecks:\n  jargon: off\n'],
  ['in a file without a line end', 'audience: users', 'audience: users\nchecks:\n  jargon: off'],
  ['in a file behind a byte order mark', '\ufeffaudience: users\n', '\ufeffaudience: users\nchecks:\n  jargon: off\n'],
  ['as on Windows', 'audience: users\r\n', 'audience: users\r\nchecks:\r\n  jargon: off\r\n'],
  [
    'behind the last check',
    '# a\nchecks: # b\n  # c\n  deprecated-term: error # d\n  # e\naudience: users\n',
    '# a\nchecks: # b\n  # c\n  deprecated-term: error # d\n  jargon: off\n  # e\naudience: users\n',
  ],
  [
    'as deep as the others',
    'checks:\n    deprecated-term: error\n',
    'checks:\n    deprecated-term: error\n    jargon: off\n',
  ],
  ['where it had another severity', 'checks:\n  jargon:   error # why\n', 'checks:\n  jargon:   off # why\n'],
  ['where it had none', 'checks:\n  jargon: # why\n', 'checks:\n  jargon: off # why\n'],
  ['where it is in quotes', 'checks: { "jargon": "error" }\n', 'checks: { "jargon": off }\n'],
  [
    'between braces',
    'checks: { deprecated-term: error } # why\n',
    'checks: { deprecated-term: error, jargon: off } # why\n',
  ],
  [
    'between braces, behind a comma',
    'checks: { deprecated-term: error, }\n',
    'checks: { deprecated-term: error, jargon: off, }\n',
  ],
  ['between empty braces', 'checks: {}\n', 'checks: { jargon: off }\n'],
  [
    'where there are no checks',
    'checks: # none\naudience: users\n',
    'checks: { jargon: off } # none\naudience: users\n',
  ],
  ['where there is null', 'checks: ~\n', 'checks: { jargon: off }\n'],
  ['in JSON', '{\n  "audience": "users"\n}\n', '{\n  "audience": "users", checks: { jargon: off }\n}\n'],
  [
    'behind a list',
    'overrides:\n  - paths: a\n    checks:\n      jargon: hint # x\n# end\n',
    'overrides:\n  - paths: a\n    checks:\n      jargon: hint # x\nchecks:\n  jargon: off\n# end\n',
  ],
  ['behind a text of several lines', 'audience: |\n  users\n', 'audience: |\n  users\nchecks:\n  jargon: off\n'],
  ['where it is off', 'checks: { jargon: off }\n', 'checks: { jargon: off }\n'],
  [
    'not where aliases stand in the way',
    'overrides: [{ paths: a, checks: &c { deprecated-term: hint } }]\nchecks: *c\n',
    undefined,
  ],
  ['not in what does not parse', 'checks: {', undefined],
  ['not in a conflict', '<<<<<<< a\nchecks: {}\n=======\n>>>>>>> b\n', undefined],
  ['not in a list', '- a\n', undefined],
];

const accepted: readonly Row[] = [
  ['in a file that is new', '', 'abbreviations: [FQDN]\n'],
  ['in a file without any', 'audience: users # why\n', 'audience: users # why\nabbreviations: [FQDN]\n'],
  ['in a list', 'abbreviations: [ACME, VM] # ours\n', 'abbreviations: [ACME, VM, FQDN] # ours\n'],
  [
    'in a list over lines',
    'abbreviations: [\n  ACME, # one\n  VM, # two\n]\n',
    'abbreviations: [\n  ACME, # one\n  VM, FQDN, # two\n]\n',
  ],
  ['in an empty list', 'abbreviations: []\n', 'abbreviations: [FQDN]\n'],
  [
    'in a list of lines',
    'abbreviations:\n  - ACME # one\n  # two\n  - VM # three\n\naudience: users\n',
    'abbreviations:\n  - ACME # one\n  # two\n  - VM # three\n  - FQDN\n\naudience: users\n',
  ],
  [
    'in a list of lines that is not indented',
    'abbreviations:\n- ACME\naudience: users\n',
    'abbreviations:\n- ACME\n- FQDN\naudience: users\n',
  ],
  ['beside a single one', 'abbreviations: ACME # one\n', 'abbreviations: [ACME, FQDN] # one\n'],
  ['where there is none', 'abbreviations:\n', 'abbreviations: [FQDN]\n'],
  ['where it is there', 'abbreviations: [FQDN]\n', 'abbreviations: [FQDN]\n'],
  ['in JSON', '{ "abbreviations": ["VM"] }', '{ "abbreviations": ["VM", FQDN] }'],
];

describe('a check is switched off', () => {
  for (const [name, before, after] of switchedOff) {
    it(name, () => {
      const edits = switchOffEdits({ uri: 'file:///a', text: before }, 'jargon', CHECKS);
      assert.equal(edits && applyEdits(before, edits), after);
    });
  }
});

describe('an abbreviation is accepted', () => {
  for (const [name, before, after] of accepted) {
    it(name, () => {
      const edits = acceptAbbreviationEdits({ uri: 'file:///a', text: before }, 'FQDN', CHECKS);
      assert.equal(edits && applyEdits(before, edits), after);
    });
  }

  for (const abbreviation of ['R&D', 'TL;DR', '2FA', 'a: b', '- x', '"', '\\', 'null', '#', 'ÄÖ', 'x'.repeat(200)]) {
    it(`whatever is in it: ${abbreviation.slice(0, 20)}`, () => {
      for (const text of ['', 'abbreviations: [A]', 'abbreviations:\n  - A']) {
        assert.equal(acceptAbbreviationEdits({ uri: 'file:///a', text }, abbreviation, CHECKS)?.length, 1);
      }
    });
  }
});

describe('edits of a configuration', () => {
  const line = fc.constantFrom(
    'checks:',
    'checks: {}',
    '  jargon: hint',
    '  deprecated-term: error # why',
    '  shipped: true',
    'abbreviations:',
    '  - VM',
    'abbreviations: [VM, # x',
    '  A]',
    'overrides:',
    '  - paths: a',
    '    checks: { jargon: off }',
    '# a comment',
    '',
    'audience: |',
    '  a',
    '{',
    '}',
    '\tx',
  );

  it('change nothing but what they are for', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (lines, lineBreak) => {
        const text = lines.join(lineBreak);
        const source = { uri: 'file:///a', text };
        for (const edits of [
          switchOffEdits(source, 'jargon', CHECKS),
          acceptAbbreviationEdits(source, 'FQDN', CHECKS),
        ]) {
          const comments = (written: string) => written.match(/#[^\r\n]*/g)?.length ?? 0;
          if (edits !== undefined) assert.equal(comments(applyEdits(text, edits)), comments(text));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
