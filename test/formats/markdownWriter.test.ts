import assert from 'node:assert/strict';
import fc from 'fast-check';
import { glossaryLimits } from '../../server/src/formats/limits';
import { readPage } from '../../server/src/formats/markdown/page';
import { writePage } from '../../server/src/formats/markdown/writer';
import type { Concept, Term } from '../../server/src/terminology/concept';
import type { GlossaryContent } from '../../server/src/terminology/glossary';

function termOf(text: string, status: Term['status'], kind: Term['kind'], more: Partial<Term> = {}): Term {
  return { text, status, kind, caseRule: 'auto', ...more };
}

function conceptOf(id: string, terms: Concept['terms'], more: Partial<Concept> = {}): Concept {
  const origin = { uri: 'test:/', span: { start: 0, end: 0 }, line: 0 };
  return { id, terms, definition: 'What it is.', examples: [], faq: [], links: [], related: [], origin, ...more };
}

function contentOf(concepts: readonly Concept[]): GlossaryContent {
  return { uri: 'test:/', name: 'Words of Acme', language: 'en', concepts };
}

function written(concepts: readonly Concept[]): string {
  const { files } = writePage(contentOf(concepts));
  assert.deepEqual(
    files.map(({ path }) => path),
    ['glossary.md'],
  );
  return files[0]?.text ?? '';
}

function readBack(text: string) {
  return readPage({ uri: 'test:/glossary.md', text, defaultName: '' }, glossaryLimits);
}

/** A concept without its place. */
function placeless({ origin, ...concept }: Concept): Omit<Concept, 'origin'> {
  return concept;
}

describe('a page that is written', () => {
  it('reads well', () => {
    const api = conceptOf(
      'application-programming-interface',
      [
        termOf('Application Programming Interface', 'preferred', 'full'),
        termOf('API', 'admitted', 'abbreviation'),
        termOf('programming interface', 'admitted', 'variant'),
        termOf('socket', 'deprecated', 'variant', { reason: 'another thing' }),
      ],
      {
        definition: 'How programs talk.',
        description: 'More on it.\n\n# History\n\nLong.',
        category: 'Engineering',
        related: ['pod'],
        links: [{ title: 'Docs', url: 'https://example.com/docs' }],
      },
    );
    const pod = conceptOf('pod', [termOf('Pod', 'preferred', 'full')], { definition: 'A group.' });
    assert.equal(
      written([api, pod]),
      `# Words of Acme

<!-- terms: h2 -->

<a id="application-programming-interface"></a>

## Application Programming Interface (API)

How programs talk.

Also: programming interface

_Avoid_: socket (another thing)

Category: Engineering

See also: [Pod](#pod)

Links: [Docs](https://example.com/docs)

More on it.

### History

Long.

## Pod

A group.
`,
    );
  });

  it('lists what it has no place for', () => {
    const concept = conceptOf(
      'go',
      [termOf('Go', 'preferred', 'full', { caseRule: 'exact', pos: 'verb', forms: ['Goes'] })],
      {
        pronunciation: 'goh',
        audience: ['developers'],
        plain: 'language',
        examples: [{ text: 'One' }, { text: 'Two' }],
        faq: [{ question: 'Why?', answer: 'So.' }],
      },
    );
    const { leftOut } = writePage({ ...contentOf([concept]), language: 'de', owner: { name: 'Acme' } });
    assert.deepEqual(
      leftOut.map(({ what, count }) => [what, count]),
      [
        ['the owner of the glossary', 1],
        ['the language of the glossary', 1],
        ['pronunciations', 1],
        ['audiences', 1],
        ['words for plain language', 1],
        ['examples', 2],
        ['questions', 1],
        ['rules for capitals', 1],
        ['parts of speech', 1],
        ['forms of terms', 1],
      ],
    );
  });

  describe('is read back', () => {
    it('with a variant that looks like an abbreviation', () => {
      const concept = conceptOf('re', [
        termOf('regular expression', 'preferred', 'full'),
        termOf('regex', 'admitted', 'abbreviation'),
        termOf('API', 'admitted', 'variant'),
      ]);
      assert.deepEqual(readBack(written([concept])).glossary?.concepts.map(placeless), [placeless(concept)]);
    });

    const names = [
      'Property (CSS)',
      'Integer / Float',
      'C#',
      'C++',
      '__init__',
      '*args',
      'a`b`c',
      '<div>',
      '[x](y)',
      '3. Step',
      'Note:',
      'A\\B',
      '# x',
      'R&amp;D',
      'foo {#bar}',
      '{{x}}',
      '...',
      'RBAC (Role-Based Access Control)',
      '控制器（Controller）',
      '~~x~~',
      'a, b; c',
      '- x',
      '2FA',
    ];
    for (const name of names) {
      it(`with the term ${name}`, () => {
        const concept = conceptOf('id-of-it', [
          termOf(name, 'preferred', 'full'),
          termOf(`other ${name}`, 'admitted', 'variant'),
          termOf(`bad ${name}`, 'deprecated', 'variant', { reason: `see (${name}), please` }),
        ]);
        const { glossary, problems } = readBack(written([concept]));
        assert.deepEqual(problems, []);
        assert.deepEqual(glossary?.concepts.map(placeless), [placeless(concept)]);
      });
    }

    const descriptions: readonly (readonly [text: string, after: string])[] = [
      ['Also: a list', 'Also\\: a list'],
      ['# One\n\ntext', '### One\n\ntext'],
      ['One\n===\n\ntext', 'One\n\\===\n\ntext'],
      ['```\n## code', '```\n## code\n```'],
      ['an open <!-- comment', 'an open <\\!-- comment'],
      ['*[API]: What', '\\*[API]: What'],
      ['a {{ template }}', 'a \\{{ template }}'],
      ['- **Bold**: one\n- **Other**: two', '- **Bold**: one\n- **Other**: two'],
      ['| Term | Definition |\n| --- | --- |\n| a | b |', '| Term | Definition |\n| --- | --- |\n| a | b |'],
      ['Word\n: what it is', 'Word\n: what it is'],
    ];
    for (const [description, after] of descriptions) {
      it(`with the description ${JSON.stringify(description)}`, () => {
        const pods = ['pod', 'node'].map((id) => conceptOf(id, [termOf(id, 'preferred', 'full')], { description }));
        const once = written(pods);
        const { glossary, problems } = readBack(once);
        assert.deepEqual(problems, []);
        assert.deepEqual(
          glossary?.concepts.map((concept) => concept.description),
          [after, after],
        );
        assert.equal(written(glossary?.concepts ?? []), once);
      });
    }
  });

  it('is read back, whatever it holds', () => {
    const word = fc
      .stringMatching(/^[A-Za-zäß語*_`[\](){}<>#&\\/.,;:|~+=-]{1,12}$/u)
      .filter((text) => /[A-Za-z]/.test(text));
    const prose = fc
      .array(fc.constantFrom('word', '**bold**', '`code`', '[link](https://e.com)', 'K8s,', '<b>', '&amp;', '#', '*'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((words) => `A ${words.join(' ')}.`);
    const concept = fc.record({
      names: fc.uniqueArray(word, {
        minLength: 1,
        maxLength: 5,
        selector: (text) => text.toLowerCase().replace(/[^a-z語äß]/gu, ''),
      }),
      abbreviation: fc.option(fc.constantFrom('ABC', 'XY', 'K8s'), { nil: undefined }),
      definition: prose,
      description: fc.option(
        fc.array(prose, { minLength: 1, maxLength: 3 }).map((paragraphs) => paragraphs.join('\n\n')),
        { nil: undefined },
      ),
      category: fc.option(word, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(concept, { maxLength: 4 }), (drafts) => {
        const concepts = drafts.map(
          ({ names: [first = 'x', ...others], abbreviation, definition, description, category }, number) =>
            conceptOf(
              `id-${number}`,
              [
                termOf(first, 'preferred', 'full'),
                ...(abbreviation === undefined ? [] : [termOf(abbreviation, 'admitted', 'abbreviation')]),
                ...others
                  .map((other, index) => termOf(other, index % 2 === 0 ? 'admitted' : 'deprecated', 'variant'))
                  .sort((one, other) => one.status.localeCompare(other.status)),
              ],
              {
                definition,
                ...(description === undefined ? {} : { description }),
                ...(category === undefined ? {} : { category }),
                related: drafts.length > 1 ? [`id-${(number + 1) % drafts.length}`] : [],
              },
            ),
        );
        const { files, leftOut } = writePage(contentOf(concepts));
        fc.pre(leftOut.length === 0);
        const text = files[0]?.text ?? '';
        const { glossary } = readBack(text);
        const expected = glossary?.concepts.map(placeless) ?? [];
        assert.equal(expected.length, concepts.length);
        // Of names that read alike one is kept.
        if (concepts.some(({ terms }, number) => terms.length !== expected[number]?.terms.length)) return;
        assert.deepEqual(expected, concepts.map(placeless));
        assert.equal(written(glossary?.concepts ?? []), text);
      }),
      { numRuns: 300 },
    );
  });
});
