import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type ParsedDocument, parseDocument, updateDocument } from '../../server/src/languages/document';
import type { Section } from '../../server/src/languages/language';
import { markdown } from '../../server/src/languages/markdown';
import { packRegions, unpackRegions } from '../../server/src/languages/regions';
import { SourceReader } from '../../server/src/text/source';

const reader = new SourceReader();

describe('Sections of Markdown', () => {
  it('are after any edit those of the edited text', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(
        fc.array(text(), { minLength: 1, maxLength: 30 }),
        fc.array(edit(), { minLength: 4, maxLength: 8 }),
        runEdits,
      ),
      { numRuns: 250, ...seeded() },
    );
  });

  it('are the same where a scan starts again at any of them', () => {
    fc.assert(
      fc.property(fc.array(text(), { minLength: 5, maxLength: 40 }), (texts) => {
        const whole = repeat(texts.join(''));
        const { sections, starts } = parseDocument(whole, markdown, reader);
        for (let index = 1; index < sections.length; index++) {
          const rest: Section[] = [];
          const start = starts[index] ?? 0;
          markdown.scan(reader.read(whole.slice(start)), 0, sections[index]?.state ?? '', (section) => {
            rest.push(section);
            return true;
          });
          assert.deepEqual(rest.map(shape), sections.slice(index).map(shape));
        }
      }),
      { numRuns: 150, ...seeded() },
    );
  });

  it('are the same in a part of the text, up to those that reach its end', () => {
    fc.assert(
      fc.property(fc.array(text(), { minLength: 5, maxLength: 40 }), fc.nat(), (texts, cut) => {
        const whole = repeat(texts.join(''));
        const { sections } = parseDocument(whole, markdown, reader);
        const end = cut % (whole.length + 1);
        let at = 0;
        const part = parseDocument(whole.slice(0, end), markdown, reader).sections;
        for (let index = 0; index < part.length; index++) {
          const section = part[index];
          if (section === undefined || at + section.reach >= end) break;
          assert.deepEqual(shape(section), shape(sections[index] as Section));
          at += section.length;
        }
      }),
      { numRuns: 150, ...seeded() },
    );
  });

  it('are short, also inside of long lists, quotes, tables, code and HTML', () => {
    for (const line of ['- item\n', '> quoted\n>\n', '<p>text</p>\n', '1. a\n\n   b\n', '* a\n  * b\n\n    c\n']) {
      assertShort(line.repeat(5000));
    }
    assertShort(`|a|b|\n|-|-|\n${'| a | b |\n'.repeat(5000)}`);
    assertShort(`\`\`\`\n${'code\n'.repeat(5000)}`);
    assertShort(`<table>\n${'<tr>\n<td>text</td>\n</tr>\n'.repeat(5000)}</table>`);
  });

  it('pack regions as they are', () => {
    fc.assert(
      fc.property(fc.array(text(), { maxLength: 20 }), (texts) => {
        const parsed = parseDocument(texts.join(''), markdown, reader);
        for (const [index, section] of parsed.sections.entries()) {
          const packed = regionsOfSection(parsed, index);
          const regions = unpackRegions(packed);
          assert.deepEqual([...packRegions(regions)], [...packed]);
          let previous = 0;
          for (const { spans } of regions) {
            for (const { start, end } of spans) {
              assert.ok(previous <= start && start <= end && end <= section.length);
              previous = end;
            }
          }
        }
      }),
      { numRuns: 500, ...seeded() },
    );
  });
});

/** `SEED=1 npx mocha …` runs a failure again. */
function seeded(): { readonly seed?: number } {
  return process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };
}

interface Edit {
  readonly place: number;
  readonly removed: number;
  readonly inserted: string;
}

function runEdits(texts: readonly string[], edits: readonly Edit[]): void {
  let whole = repeat(texts.join(''));
  let parsed = parseDocument(whole, markdown, reader);
  for (const { place, removed, inserted } of edits) {
    const start = place % (whole.length + 1);
    const oldEnd = Math.min(whole.length, start + removed);
    whole = whole.slice(0, start) + inserted + whole.slice(oldEnd);
    parsed = updateDocument(parsed, whole, { start, oldEnd, newEnd: start + inserted.length }, reader);
    assertSame(parsed, parseDocument(whole, markdown, reader));
  }
}

function assertSame(actual: ParsedDocument, expected: ParsedDocument): void {
  assert.deepEqual(actual.sections.map(shape), expected.sections.map(shape));
  for (let index = 0; index < expected.sections.length; index++) {
    assert.deepEqual(regionsOfSection(actual, index), regionsOfSection(expected, index));
  }
}

function shape({ length, reach, state, defines }: Section): Omit<Section, 'regions'> {
  return { length, reach, state, defines };
}

function regionsOfSection({ text, sections, starts, defined }: ParsedDocument, index: number): Int32Array {
  return sections[index]?.regions(reader.read(text), starts[index] ?? 0, defined) ?? new Int32Array(0);
}

function assertShort(whole: string): void {
  for (const { length } of parseDocument(whole, markdown, reader).sections) assert.ok(length < 4096, `${length}`);
}

/** Some lines more than once, so that a text has several sections. */
function repeat(whole: string): string {
  return whole.repeat(Math.ceil(8000 / (whole.length + 1)));
}

const FRAGMENTS = (
  '<!--\n|<!-- A|<!-- b -->|# |## |\n===\n|\n---\n|***\n|> |>|- |+ |1. |10) |* |    |\t|```\n|~~~\n|```yaml\n|``` {note}\n|`|**|_|~~|[|]|![|](|)|]: |[a]|[a]: b\n|' +
  '[^a]|[^a]: |[a](b "c")|<|>|<div>\n|<!--|-->|<pre>|</pre>|</script>|<td>|http://a.b|a@b.cd|&nbsp;|\\|\r|\r\n|{{<|>}}|{{|}}|{%|%}|' +
  '{{< comment >}}\n|{{< /comment >}}|{% highlight %}|{% endhighlight %}|$|$$|$$\n|:::|::: a\n|: |!!! a\n|> [!NOTE]\n|- [ ] |---\n|+++\n|' +
  '\ufeff|é|漢|a|b c|some words of a sentence|key: value\n|\n|\n\n|\n\n|import a from "b"\n|export const a = {\n|*[a]: b\n|[[a'
)
  .split('|')
  .concat('|', '|a|b|\n|-|-|\n', '[[a|b]]');

function text(): fc.Arbitrary<string> {
  const corpus = slices();
  const fragments = fc
    .array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(''));
  return corpus === undefined
    ? fragments
    : fc.oneof({ weight: 4, arbitrary: fragments }, { weight: 1, arbitrary: corpus });
}

function edit(): fc.Arbitrary<Edit> {
  return fc.record({
    place: fc.nat(),
    removed: fc.oneof(fc.constant(0), fc.nat({ max: 20 }), fc.nat({ max: 4000 })),
    inserted: fc.oneof(fc.constant(''), fc.constantFrom(...FRAGMENTS), text()),
  });
}

/** Slices of real documents, where there are any. */
function slices(): fc.Arbitrary<string> | undefined {
  const folder = join(__dirname, '../../../shared/corpora/documents/k8s-en');
  if (!existsSync(folder)) return undefined;
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .slice(0, 40)
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return fc
    .record({ whole: fc.constantFrom(...texts), place: fc.nat(), length: fc.nat({ max: 1500 }) })
    .map(({ whole, place, length }) => whole.slice(place % whole.length, (place % whole.length) + length));
}
