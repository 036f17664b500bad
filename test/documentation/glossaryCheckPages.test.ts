import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Finding } from '../../server/src/analysis/finding';
import { glossaryChecks } from '../../server/src/analysis/glossaryChecks';
import { findInGlossary } from '../../server/src/analysis/glossaryChecks/findings';
import type { GlossaryCheck } from '../../server/src/analysis/glossaryChecks/glossaryCheck';
import { findOccurrences } from '../../server/src/analysis/occurrences';
import { markdown } from '../../server/src/languages/markdown';
import { policyWith } from '../support/checking';
import { checkedGlossary } from '../support/glossaryChecking';

describe('the pages of the checks of glossary files', () => {
  it('are in the list of all pages, in the order of the code', () => {
    const list = readFileSync(new URL('../../docs/checks/README.md', import.meta.url), 'utf8');
    const rows = list.slice(list.indexOf('## Checks of glossary files')).match(/^\| \[.*$/gm) ?? [];
    const expected = glossaryChecks.map(({ name, summary, defaultSeverity }) => {
      const page = readPage(name);
      const findings = page.glossaries('Wrong').flatMap((text) => findingsOf(text, page.documents('Wrong')));
      return `| [${name}](${name}.md) | ${summary} | ${defaultSeverity} | ${fixesOf(findings)} |`;
    });
    assert.deepEqual(rows, expected);
  });

  for (const { name, defaultSeverity } of glossaryChecks) {
    describe(name, () => {
      const page = readPage(name);

      it('has the headings of all such pages', () => {
        assert.deepEqual(page.headings, [
          `# ${name}`,
          '## Wrong',
          '## Right',
          '## How it decides',
          '## Switching it off',
        ]);
      });

      it('says its severity, and why', () => {
        assert.match(page.text, new RegExp(`^Default: ${defaultSeverity}\\. \\p{Lu}`, 'mu'));
      });

      it('has a wrong example in which it finds something, and nothing else is found', () => {
        const [text, ...others] = page.glossaries('Wrong');
        assert.ok(text !== undefined && others.length === 0);
        assert.deepEqual([...new Set(findingsOf(text, page.documents('Wrong')).map(({ check }) => check))], [name]);
      });

      it('has right examples in which nothing is found', () => {
        const texts = page.glossaries('Right');
        assert.ok(texts.length > 0);
        for (const text of texts) assert.deepEqual(findingsOf(text, page.documents('Right')), [], text);
      });

      it('says how to switch it', () => {
        assert.match(page.text, new RegExp(`^\`\`\`yaml glossary-lens\\.yaml\nchecks:\n  ${name}: \\w+\n\`\`\``, 'm'));
      });
    });
  }
});

interface Page {
  readonly text: string;
  readonly headings: readonly string[];
  /** The glossaries below a heading. */
  glossaries(heading: string): readonly string[];
  documents(heading: string): readonly string[];
}

function readPage(name: string): Page {
  const text = readFileSync(new URL(`../../docs/checks/${name}.md`, import.meta.url), 'utf8');
  const sectionOf = (heading: string) =>
    text.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '';
  const blocks = (heading: string, info: string) =>
    sectionOf(heading)
      .split('```')
      .filter((block, index) => index % 2 === 1 && block.startsWith(`${info}\n`))
      .map((block) => block.slice(info.length + 1));
  return {
    text,
    headings: text.match(/^##? .*$/gm) ?? [],
    glossaries: (heading) => blocks(heading, 'yaml glossary.yaml'),
    documents: (heading) => blocks(heading, 'markdown'),
  };
}

/** What all checks that need no run of documents find, and the one that does where there are documents. */
function findingsOf(glossary: string, documents: readonly string[]): readonly Finding[] {
  const file = checkedGlossary(glossary, {
    policy: policyWith(glossaryChecks.map((check: GlossaryCheck) => check.name)),
  });
  if (documents.length === 0) return findInGlossary(file);
  const { vocabulary } = file.terminology;
  const occurrences = documents.flatMap((document) => findOccurrences(document, markdown, vocabulary));
  const used = new Set(occurrences.flatMap(({ senses }) => senses.map(({ concept }) => concept)));
  return findInGlossary({ ...file, isUsed: (concept) => used.has(concept) });
}

/** How the list calls the fixes of some findings. */
function fixesOf(findings: readonly Finding[]): string {
  const safe = findings.filter(({ fixes }) => fixes.some(({ isSafe }) => isSafe));
  if (safe.length > 0) return safe.length === findings.length ? 'safe' : 'some safe';
  return findings.some(({ fixes }) => fixes.length > 0) ? 'offered' : 'none';
}
