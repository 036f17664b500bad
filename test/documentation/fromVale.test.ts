import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type CodeBlock, codeBlocks } from '../support/checkPages';
import { documentedChecks, findingsInExample } from '../support/documentation';
import { readValeRule, readVocabulary, type ValeRule, valeFields, valeFinds } from '../support/valeRules';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/from-vale.md'), 'utf8');
const blocks = codeBlocks(page);
const sections = [...new Set(blocks.map(({ heading }) => heading))];

/** Each section holds rules of Vale, our files that say the same, and texts named for the check that finds something. */
describe('coming from Vale', () => {
  for (const section of sections) {
    describe(section, () => describeSection(blocks.filter(({ heading }) => heading === section)));
  }

  it('has sections, and a link to each', () => {
    const headings = page.split('\n').filter((line) => line.startsWith('## '));
    const links = [...page.matchAll(/^- \[(.+)\]\(#.+\)$/gm)].map(([, text]) => `## ${text}`);
    assert.ok(sections.length > 5);
    assert.deepEqual(links, headings);
  });
});

function describeSection(section: readonly CodeBlock[]): void {
  const rules = section.flatMap(rulesIn);
  const found = section.filter(({ file }) => documentedChecks.some(({ name }) => name === file));
  const fine = section.filter(({ file }) => file === 'fine');
  const files = {
    glossary: section.find(({ file }) => file === 'glossary.yaml')?.text,
    configuration: section.find(({ file }) => file === 'glossary-lens.yaml')?.text,
  };

  it('has rules of Vale that are written as its documentation says', () => {
    const written = section.filter(({ file }) => file?.startsWith('styles/')).map(({ text }) => parse(text));
    for (const rule of written) {
      const known = new Set([...valeFields.all, ...(valeFields[rule.extends as ValeRule['extends']] ?? [])]);
      assert.deepEqual(
        Object.keys(rule).filter((field) => !known.has(field)),
        [],
      );
      assert.match(rule.level, /^(?:error|warning|suggestion)$/);
    }
    assert.ok(rules.length > 0);
  });

  it('has a text in which both find something, in each paragraph', () => {
    assert.ok(found.length > 0);
    for (const { file, text } of found) {
      for (const paragraph of paragraphsOf(text)) {
        const checks = new Set(findingsInExample(paragraph, 'page.md', files).map(({ check }) => check));
        assert.deepEqual([...checks], [file], paragraph);
        assert.ok(
          rules.some((rule) => valeFinds(rule, withoutMarkup(paragraph))),
          paragraph,
        );
      }
    }
  });

  it('has a text in which neither finds anything', () => {
    assert.ok(fine.length > 0);
    for (const { text } of fine) {
      assert.deepEqual(findingsInExample(text, 'page.md', files), [], text);
      for (const paragraph of paragraphsOf(text)) {
        assert.deepEqual(
          rules.filter((rule) => valeFinds(rule, withoutMarkup(paragraph))),
          [],
        );
      }
    }
  });
}

function rulesIn({ file, text }: CodeBlock): readonly ValeRule[] {
  if (file?.startsWith('styles/')) return [readValeRule(text)];
  return file === 'accept.txt' || file === 'reject.txt' ? [readVocabulary(file, text)] : [];
}

function paragraphsOf(text: string): readonly string[] {
  return text.trim().split(/\n\n+/);
}

/** Vale reads headings and paragraphs, and leaves code alone. */
function withoutMarkup(paragraph: string): string {
  return paragraph.replace(/^#+ /, '').replace(/`[^`]*`/g, '');
}
