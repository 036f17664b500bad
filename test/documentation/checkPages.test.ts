import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/analysis/finding';
import { fixed } from '../support/checking';
import { type CheckPage, type CodeBlock, checkPageNames, checkTableRows, readCheckPage } from '../support/checkPages';
import {
  type DocumentedCheck,
  documentedChecks,
  findingsInExample,
  findingsInGlossaryExample,
  isOfGlossaries,
} from '../support/documentation';

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
      assert.deepEqual(checksIn(findingsOf(page, block)), [name], block.text);
      const byDefault = checksIn(findingsOf(page, block, { checks: documentedChecks }));
      assert.deepEqual(byDefault, defaultSeverity === 'off' ? [] : [name], block.text);
    }
  });

  it('has a right example in which it finds nothing, and no check that is on by default', () => {
    for (const block of examples(page, 'Right')) {
      assert.deepEqual(findingsOf(page, block), [], block.text);
      assert.deepEqual(findingsOf(page, block, { checks: documentedChecks }), [], block.text);
    }
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
    const configurations = page.blocks.filter(({ heading, file }) => heading !== name && file === CONFIGURATION);
    assert.ok(configurations.length > 0);
    for (const { text } of configurations) {
      for (const block of examples(page, 'Wrong')) {
        const found = findingsOf(page, block, { configuration: text, checks: documentedChecks });
        const own = found.filter(({ check }) => check === name);
        assert.equal(own.length > 0, defaultSeverity === 'off', text);
      }
    }
  });

  it('is kept quiet by the comments of the page', () => {
    for (const block of page.blocks) {
      if (block.heading !== 'Switching it off' || block.file === CONFIGURATION) continue;
      assert.ok(isExample(page, block) && block.text.includes(DIRECTIVE), block.text);
      assert.deepEqual(findingsOf(page, block), [], block.text);
      const bare = { ...block, text: block.text.replaceAll(DIRECTIVE, '') };
      assert.ok(findingsOf(page, bare).length > 0, `Without the comment nothing is found in: ${block.text}`);
    }
  });
}

const CONFIGURATION = 'glossary-lens.yaml';
const GLOSSARY = 'glossary.yaml';

/** What is checked below a heading, one at least: glossaries by checks of those, else documents. */
function examples(page: CheckPage, heading: string): readonly CodeBlock[] {
  const found = page.blocks.filter((block) => block.heading === heading && isExample(page, block));
  assert.ok(found.length > 0, `${page.name} has no example under "${heading}"`);
  return found;
}

function isExample(page: CheckPage, { file }: CodeBlock): boolean {
  return file === (isOfGlossaries(page) ? GLOSSARY : undefined);
}

/** What counts for an example, where it is not the check of its page alone. */
interface Circumstances {
  readonly configuration?: string;
  readonly checks?: readonly DocumentedCheck[];
}

function findingsOf(page: CheckPage, block: CodeBlock, circumstances: Circumstances = {}): readonly Finding[] {
  const { configuration = fileOf(page, CONFIGURATION), checks = alone(page) } = circumstances;
  const { heading, language, text } = block;
  if (isOfGlossaries(page)) {
    const documents = page.blocks.filter((other) => other.heading === heading && other.language === 'markdown');
    return findingsInGlossaryExample(
      text,
      documents.map((document) => document.text),
      configuration,
      checks,
    );
  }
  const files = { glossary: fileOf(page, GLOSSARY), configuration };
  return findingsInExample(text, language === 'yaml' ? 'page.yaml' : 'page.md', files, checks);
}

/** All checks, of which none but that of a page is on; its configuration may switch on more. */
function alone(page: CheckPage): readonly DocumentedCheck[] {
  return documentedChecks.map((check) => ({
    ...check,
    defaultSeverity: check.name === page.name ? ('warning' as const) : ('off' as const),
  }));
}

/** A file that lies beside the examples: its block stands above them. */
function fileOf({ blocks, name }: CheckPage, wanted: string): string | undefined {
  return blocks.find(({ heading, file }) => heading === name && file === wanted)?.text;
}

function checksIn(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ check }) => check))];
}

/** How the table calls the fixes of some findings. */
function fixesOf(findings: readonly Finding[]): string {
  const safe = findings.filter(({ fixes }) => fixes.some(({ isSafe }) => isSafe));
  if (safe.length === findings.length) return 'safe';
  if (safe.length > 0) return 'some safe';
  return findings.some(({ fixes }) => fixes.length > 0) ? 'offered' : 'none';
}
