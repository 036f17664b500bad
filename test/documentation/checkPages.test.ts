import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/analysis/finding';
import { fixed } from '../support/checking';
import { type CheckPage, type CodeBlock, checkPageNames, checkTableRows, readCheckPage } from '../support/checkPages';
import { type DocumentedCheck, documentedChecks, findingsInExample } from '../support/documentation';

const HEADINGS = ['Wrong', 'Right', 'How it decides', 'Switching it off'];
const DIRECTIVE = 'glossary-lens-';

describe('the pages of the checks', () => {
  it('are one for each check', () => {
    assert.deepEqual([...checkPageNames()].sort(), documentedChecks.map(({ name }) => name).sort());
  });

  it('are in the table of all, in the order of the code, with what they find and how it is mended', () => {
    const rows = documentedChecks.map(({ name, summary, defaultSeverity }) => {
      const page = readCheckPage(name);
      const fix = fixesOf(examples(page, 'Wrong').flatMap((block) => findingsOf(page, block)));
      return `| [${name}](${name}.md) | ${summary} | ${defaultSeverity} | ${fix} |`;
    });
    assert.deepEqual(checkTableRows(), rows);
  });

  for (const check of documentedChecks) describe(check.name, () => describePage(check));
});

function describePage({ name, defaultSeverity }: DocumentedCheck): void {
  const page = readCheckPage(name);

  it('is written as all are', () => {
    assert.deepEqual(page.headings, [name, ...HEADINGS]);
    assert.match(page.paragraphs[0] ?? '', /^\p{Lu}.*\.$/u);
  });

  it('says the severity of the code, and why', () => {
    const [, severity] = /^Default: ([a-z]+)\. \p{Lu}/u.exec(page.paragraphs[1] ?? '') ?? [];
    assert.equal(severity, defaultSeverity);
  });

  it('has a wrong example in which it finds something, and nothing else is found', () => {
    for (const block of examples(page, 'Wrong')) {
      const found = new Set(findingsOf(page, block).map(({ check }) => check));
      assert.deepEqual([...found], [name], block.text);
    }
  });

  it('has a right example in which it finds nothing', () => {
    for (const block of examples(page, 'Right')) assert.deepEqual(findingsOf(page, block), [], block.text);
  });

  it('mends what it can in the wrong example', () => {
    for (const block of examples(page, 'Wrong')) {
      const findings = findingsOf(page, block);
      const unsafe = findings.filter(({ fixes }) => !fixes.some(({ isSafe }) => isSafe));
      const mended = fixed(block.text, findings);
      assert.equal(findingsOf(page, { ...block, text: mended }).length, unsafe.length);
      if (unsafe.length > 0) continue;
      const right = examples(page, 'Right').map(({ text }) => text);
      assert.ok(
        right.some((text) => text.includes(mended)),
        mended,
      );
    }
  });

  it('is switched off, or on, as the page says', () => {
    const blocks = examples(page, 'Switching it off');
    const configurations = blocks.filter(({ file }) => file === CONFIGURATION);
    assert.ok(configurations.length > 0);
    for (const { text } of configurations) {
      for (const block of examples(page, 'Wrong')) {
        const found = findingsOf(page, block, { configuration: text, severity: defaultSeverity });
        assert.equal(found.length > 0, defaultSeverity === 'off', text);
      }
    }
  });

  it('is kept quiet by the comments of the page', () => {
    for (const block of page.blocks.filter(({ heading }) => heading === 'Switching it off')) {
      if (!block.text.includes(DIRECTIVE)) continue;
      assert.deepEqual(findingsOf(page, block), [], block.text);
      const bare = { ...block, text: block.text.replaceAll(DIRECTIVE, '') };
      assert.ok(findingsOf(page, bare).length > 0, `Without the comment nothing is found in: ${block.text}`);
    }
  });
}

const CONFIGURATION = 'glossary-lens.yaml';

/** The blocks below a heading: one at least. */
function examples({ blocks, name }: CheckPage, heading: string): readonly CodeBlock[] {
  const found = blocks.filter((block) => block.heading === heading);
  assert.ok(found.length > 0, `${name} has no block under "${heading}"`);
  return found;
}

/** What counts for an example, where it is not as usual. */
interface Circumstances {
  readonly configuration?: string | undefined;
  /** Of the check, where the configuration says nothing. */
  readonly severity?: DocumentedCheck['defaultSeverity'];
}

/** Check an example with the check of its page alone, and with what its configuration switches on besides. */
function findingsOf(
  page: CheckPage,
  { language, text }: CodeBlock,
  circumstances: Circumstances = {},
): readonly Finding[] {
  const { configuration = fileOf(page, CONFIGURATION), severity = 'warning' } = circumstances;
  const alone = documentedChecks.map(({ name }) => ({
    name,
    defaultSeverity: name === page.name ? severity : ('off' as const),
  }));
  const files = { glossary: fileOf(page, 'glossary.yaml'), configuration };
  return findingsInExample(text, language === 'yaml' ? 'page.yaml' : 'page.md', files, alone);
}

/** A file that lies beside the examples: its block stands above them. */
function fileOf({ blocks, name }: CheckPage, wanted: string): string | undefined {
  return blocks.find(({ heading, file }) => heading === name && file === wanted)?.text;
}

/** How the table calls the fixes of some findings. */
function fixesOf(findings: readonly Finding[]): string {
  const safe = findings.filter(({ fixes }) => fixes.some(({ isSafe }) => isSafe));
  if (safe.length === findings.length) return 'safe';
  if (safe.length > 0) return 'some safe';
  return findings.some(({ fixes }) => fixes.length > 0) ? 'offered' : 'none';
}
