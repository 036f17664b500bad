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

  it('is read in time that grows with its length alone', () => {
    const many = 100_000;
    for (const text of [
      v3('<conceptEntry>'.repeat(50) + '<note>'.repeat(many)),
      v3(`<conceptEntry>${'<descripGrp/>'.repeat(many)}</conceptEntry>`),
      v3(`<conceptEntry>${'<note target="a">b</note>'.repeat(many)}</conceptEntry>`),
      v3(
        '<conceptEntry id="a"><langSec xml:lang="en"><termSec><term>a</term></termSec></langSec></conceptEntry>'.repeat(
          many / 2,
        ),
      ),
      v3(`<note ${'a="b" '.repeat(many)}/>`),
      v3(`<note>${'&'.repeat(many)}</note>`),
      `<!DOCTYPE martif ${'"'.repeat(many)}`,
      `<tbx ${'<'.repeat(many)}`,
      '<!--'.repeat(many),
      `${' '.repeat(many)}<tbx>${`${'\t'.repeat(100)}<conceptEntry>a\n</conceptEntry>`.repeat(1000)}</tbx>`,
    ]) {
      read(text);
    }
  });
});
