import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../../server/src/text/span';
import { read, v2, v3 } from './tbx';

const seed = v3(`<conceptEntry id="c1"><descrip type="subjectField">A</descrip><note xml:lang="de">x</note>
  <langSec xml:lang="en"><descripGrp><descrip type="definition">A part.</descrip><admin type="source">https://a.example</admin></descripGrp>
  <termSec id="t"><term>gear</term><termNote type="termType">acronym</termNote></termSec></langSec>
  <langSec xml:lang="xx_"><termSec><term>Rad</term></termSec></langSec></conceptEntry>`);

/** What files are made of, right and wrong, put together anyhow. */
const pieces = fc.array(
  fc.constantFrom(
    ...seed.split(/(?=<)|(?<=>)/),
    ...v2('<termEntry><langSet lang="en"><ntig><termGrp><term>a</term></termGrp></ntig></langSet></termEntry>').split(
      /(?=<)/,
    ),
    '<!DOCTYPE x [',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?',
    '?>',
    '&#x41;',
    '&',
    '"',
    '\uFEFF',
    '\r',
    '\uD83C',
    '<term',
    '</',
    '🎉',
  ),
  { maxLength: 60 },
);

/** A good file in which a stretch is something else. */
const damaged = fc
  .tuple(fc.nat({ max: seed.length }), fc.nat({ max: 40 }), fc.string({ unit: 'binary', maxLength: 20 }))
  .map(([start, length, other]) => seed.slice(0, start) + other + seed.slice(start + length));

describe('a hostile TBX file', () => {
  it('gives concepts and problems within its text, whatever it holds', () => {
    const anything = fc.oneof(
      pieces.map((list) => list.join('')),
      pieces.map((list) => v3(list.join(''))),
      damaged,
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const { glossary, problems, relatedNames, places = [], leftOut = [] } = read(text);
        const isInside = ({ start, end }: Span) => 0 <= start && start <= end && end <= text.length;
        for (const { span, related = [] } of problems) {
          assert.ok(isInside(span));
          assert.ok(related.every((place) => isInside(place.span)));
        }
        assert.ok(relatedNames.every(({ span }) => isInside(span)));
        assert.ok(leftOut.every(({ span }) => span !== undefined && isInside(span)));
        assert.equal(places.length, 4 * (glossary?.size ?? 0));
        for (let index = 0; index < places.length; index += 2) {
          assert.ok(isInside({ start: places[index] ?? -1, end: places[index + 1] ?? -1 }));
        }
        assert.ok(glossary !== undefined || problems.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the reader of TBX takes linear time', () => {
  const concept =
    '<conceptEntry id="a"><langSec xml:lang="en"><termSec><term>a</term></termSec></langSec></conceptEntry>';
  const rows: readonly (readonly [name: string, size: number, text: (size: number) => string])[] = [
    ['elements without an end', 10_000, (size) => v3(`<conceptEntry>${'<note>'.repeat(size)}`)],
    ['groups without anything', 10_000, (size) => v3(`<conceptEntry>${'<descripGrp/>'.repeat(size)}</conceptEntry>`)],
    ['notes of one concept', 5_000, (size) => v3(`<conceptEntry>${'<note>b</note>'.repeat(size)}</conceptEntry>`)],
    ['references', 5_000, (size) => v3(`<conceptEntry>${'<ref target="a">b</ref>'.repeat(size)}</conceptEntry>`)],
    ['concepts of one id', 1_000, (size) => v3(concept.repeat(size))],
    ['concepts on one line', 1_000, (size) => v3(concept.replace(' id="a"', '').repeat(size))],
    ['one attribute again and again', 10_000, (size) => v3(`<note ${'a="b" '.repeat(size)}/>`)],
    ['ampersands', 50_000, (size) => v3(`<note>${'&'.repeat(size)}</note>`)],
    ['numbers of characters', 10_000, (size) => v3(`<note>${'&#65;'.repeat(size)}</note>`)],
    ['quotes of a document type', 50_000, (size) => `<!DOCTYPE martif ${'"'.repeat(size)}`],
    ['comments without an end', 20_000, (size) => '<!--'.repeat(size)],
    ['tags within a tag', 20_000, (size) => `<tbx ${'<'.repeat(size)}`],
    [
      'indented lines',
      2_000,
      (size) => v3(`\t<conceptEntry>\n\t<note>${'\t\ta\n'.repeat(size)}</note></conceptEntry>`),
    ],
  ];
  for (const [name, size, text] of rows) {
    it(name, () => {
      const small = text(size);
      const large = text(size * 4);
      read(small);
      const times = Math.max(medianTime(small), SHORTEST) * 4;
      assert.ok(medianTime(large) < 3 * times, 'four times the text took more than twelve times as long');
    });
  }
});

/** In milliseconds: below it the machine is measured, and not the reader. */
const SHORTEST = 2;

/** In milliseconds of work, of three runs: other programs do not count. */
function medianTime(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage().user;
    read(text);
    return (process.cpuUsage().user - start) / 1000;
  });
  return times.sort((one, other) => one - other)[1] ?? 0;
}
