import assert from 'node:assert/strict';
import { findingsIn, fixed, markFindings, policyWith, terminologyOf } from '../../support/checking';
import { unmark } from '../../support/marked';

const terminology = terminologyOf(`
concepts:
  - term: allowlist
    avoid: [{ term: whitelist, reason: it says nothing of what it does. }]
    definition: What is let in.
  - term: control plane
    avoid: [master node, master, mistress node]
    definition: What steers a cluster.
  - term: GitHub
    avoid: [{ term: Github, case: exact, reason: the H is a capital }]
    definition: A place for code.
  - term: remove
    pos: verb
    avoid: [{ term: evict, pos: verb }]
    definition: To take away.
  - term: index
    avoid: [lookup table]
    definition: Where things are found.
  - term: primary
    avoid: [{ term: main server, forms: [main servers, mainserver] }]
    definition: The first server.
  - term: edit
    pos: verb
    avoid: [{ term: redact, pos: verb }]
    definition: To change.
  - term: URL
    avoid: [web address]
    definition: Where something is.
  - term: driver's seat
    avoid: [cockpit]
    definition: Where one steers.
  - term: happy path
    definition: A test that works.
  - term: golden path
    avoid: [happy path]
    definition: The way to go.
`);

/** The text with what is found, and what the safe fixes make of it. */
const rows: readonly (readonly [behaviour: string, marked: string, mended?: string])[] = [
  ['in a sentence', 'Add it to the ⟦whitelist⟧.', 'Add it to the allowlist.'],
  ['in the plural', 'Both ⟦whitelists⟧ count.', 'Both allowlists count.'],
  ['with a possessive', "The ⟦whitelist⟧'s rows.", "The allowlist's rows."],
  ['at the start of a sentence', '⟦Whitelists⟧ are long.', 'Allowlists are long.'],
  ['in capitals', 'THE ⟦WHITELIST⟧ IS LONG.', 'THE ALLOWLIST IS LONG.'],
  ['in a title', '# The ⟦Master Node⟧ Explained', '# The Control Plane Explained'],
  ['as a part of a name', 'The Kubernetes ⟦Master⟧ upgrade.', 'The Kubernetes Control Plane upgrade.'],
  ['a phrase over a line end, for a person to mend', 'A ⟦master\nnode⟧ fails.', 'A ⟦master\nnode⟧ fails.'],
  ['a phrase with markup inside, for a person to mend', 'A ⟦**master** node⟧ fails.', 'A ⟦**master** node⟧ fails.'],
  ['in emphasis', 'A **⟦master⟧** fails.', 'A **control plane** fails.'],
  ['the article goes with it', 'Keep a ⟦whitelist⟧ or a ⟦master⟧.', 'Keep an allowlist or a control plane.'],
  ['an article at the start of a sentence', 'A ⟦whitelist⟧ helps.', 'An allowlist helps.'],
  [
    'an article in front of markup',
    'Keep a **⟦whitelist⟧**, a\n"⟦whitelist⟧".',
    'Keep an **allowlist**, an\n"allowlist".',
  ],
  ['the last word of another paragraph is no article', 'Plan A\n\n⟦Whitelists⟧ help.', 'Plan A\n\nAllowlists help.'],
  ['an article of an abbreviation', 'It is a ⟦web address⟧.', 'It is a URL.'],
  ['an article that was wrong before stays', 'Keep an ⟦whitelist⟧.', 'Keep an allowlist.'],
  ['capitals alone', 'Look at ⟦Github⟧ and GitHub.', 'Look at GitHub and GitHub.'],
  ['verbs in their tense', 'It ⟦evicts⟧, ⟦evicted⟧, is ⟦evicting⟧.', 'It removes, removed, is removing.'],
  ['a verb of two spellings is for a person to mend', 'They ⟦redacted⟧ it.', 'They ⟦redacted⟧ it.'],
  ['an irregular plural', 'Two ⟦lookup tables⟧.', 'Two indices.'],
  ['forms of an author have no counterpart', 'Both ⟦main servers⟧.', 'Both ⟦main servers⟧.'],
  ['a term of another concept', 'The happy path of a test.'],
  ['in code, addresses and link targets', '`whitelist`, https://whitelist.example, [a](whitelist.md)'],
  ['in a quotation', '> the whitelist'],
  ['in the text of a link', 'See [the ⟦whitelist⟧](x.md).', 'See [the allowlist](x.md).'],
  [
    'in a label of a link defined elsewhere',
    '[⟦whitelist⟧]\n\n[whitelist]: x.md',
    '[⟦whitelist⟧]\n\n[whitelist]: x.md',
  ],
  ['the longest of several', 'A ⟦master node⟧.', 'A control plane.'],
];

describe('deprecated-term', () => {
  for (const [behaviour, marked, mended = marked] of rows) {
    it(behaviour, () => {
      const { text } = unmark(marked);
      const findings = findingsIn(text, terminology, policyWith(['deprecated-term']));
      assert.equal(markFindings(text, findings), marked);
      assert.equal(fixed(text, findings), unmark(mended).text);
    });
  }

  it('says what to use and why, where that stands, and strikes through', () => {
    const [finding] = findingsIn('The whitelist.', terminology, policyWith(['deprecated-term']));
    assert.equal(finding?.message, 'Use "allowlist" instead of "whitelist": it says nothing of what it does');
    assert.deepEqual(finding.related, [{ message: '"allowlist" in Acme', uri: 'file:///repo/glossary.yaml', line: 2 }]);
    assert.equal(finding.isDeprecated, true);
    assert.equal(finding.severity, 'warning');
  });

  it('says it on one line', () => {
    const [finding] = findingsIn('The master\nnode.', terminology, policyWith(['deprecated-term']));
    assert.equal(finding?.message, 'Use "control plane" instead of "master node"');
  });

  it('reads quotations where that is asked for', () => {
    const policy = policyWith(['deprecated-term'], { checksQuotations: true });
    assert.equal(findingsIn('> the whitelist', terminology, policy).length, 1);
  });

  it('reads values and comments of YAML, and neither keys nor identifiers', () => {
    const text = 'whitelist: whitelist # the whitelist\nnote: the whitelist is long\n';
    const findings = findingsIn(text, terminology, policyWith(['deprecated-term']), 'a.yaml');
    assert.equal(
      markFindings(text, findings),
      'whitelist: whitelist # the ⟦whitelist⟧\nnote: the ⟦whitelist⟧ is long\n',
    );
  });

  it('leaves an apostrophe in YAML to a person, for quotes may stand around it', () => {
    const text = "note: 'in the cockpit of it'\n";
    const findings = findingsIn(text, terminology, policyWith(['deprecated-term']), 'a.yaml');
    assert.equal(markFindings(text, findings), "note: 'in the ⟦cockpit⟧ of it'\n");
    assert.equal(fixed(text, findings), text);
  });

  it('offers both spellings of a verb', () => {
    const [finding] = findingsIn('They redacted it.', terminology, policyWith(['deprecated-term']));
    assert.deepEqual(
      finding?.fixes.map(({ title, isSafe }) => [title, isSafe]),
      [
        ['Replace with "edited"', false],
        ['Replace with "editted"', false],
      ],
    );
  });
});
