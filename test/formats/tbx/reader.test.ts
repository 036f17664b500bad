import assert from 'node:assert/strict';
import { formatOf } from '../../../server/src/formats';
import { definitionPlace, type GlossaryProblem, termPlace } from '../../../server/src/formats/format';
import { tbxFormat } from '../../../server/src/formats/tbx';
import type { Concept } from '../../../server/src/terminology/concept';
import { read, v2, v3 } from './tbx';

/** A concept in one line: its id, its terms with their status and kind, and the fields that it has. */
function shown({ id, terms, definition, description, category, examples, links, related }: Concept): string {
  const written = terms.map(
    ({ text, status, kind, pos, reason }) =>
      `${text} (${[status, kind, pos, reason].filter((part) => part !== undefined).join(', ')})`,
  );
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['definition', definition],
    ['description', description],
    ['category', category],
    ['examples', examples.map(({ text }) => text).join(' | ')],
    ['links', links.map(({ title, url }) => `${title} <${url}>`).join(' | ')],
    ['related', related.join(' | ')],
  ];
  const present = fields.filter(([, value]) => value !== undefined && value !== '');
  return [`${id}: ${written.join('; ')}`, ...present.map(([name, value]) => `${name}: ${value}`)].join('\n');
}

function shownAll(text: string, language?: string): string {
  const { glossary } = read(text, language === undefined ? undefined : { language });
  return (glossary?.concepts ?? []).map(shown).join('\n');
}

/** Each row: what it shows, the file, the concepts. */
const rows: readonly (readonly [name: string, text: string, expected: string])[] = [
  [
    'version 3 with data categories as attributes',
    v3(`<conceptEntry id="c1">
      <descrip type="subjectField">Astronomy</descrip>
      <ref type="crossReference" target="c2">star</ref>
      <xref type="xGraphic" target="https://example.org/a.png">a picture</xref>
      <langSec xml:lang="en">
        <descripGrp><descrip type="definition">Stars that move together.</descrip><admin type="source">https://example.org/</admin></descripGrp>
        <termSec><term>open cluster</term><termNote type="partOfSpeech">noun</termNote>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          <descrip type="context">Many open clusters are known.</descrip></termSec>
        <termSec><term>OC</term><termNote type="termType">acronym</termNote>
          <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec>
        <termSec><term>galactic cluster</term>
          <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote><note>the older name</note></termSec>
        <note>Seen with the naked eye.</note>
      </langSec></conceptEntry>
      <conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>star</term></termSec></langSec></conceptEntry>`),
    `c1: open cluster (preferred, full, noun); OC (admitted, abbreviation); galactic cluster (deprecated, variant, the older name)
definition: Stars that move together.
description: Seen with the naked eye.
category: Astronomy
examples: Many open clusters are known.
links: a picture <https://example.org/a.png> | example.org <https://example.org/>
related: c2
c2: star (preferred, full)`,
  ],
  [
    'version 3 with data categories as elements',
    v3(
      `<conceptEntry id="c1"><min:subjectField>Astronomy</min:subjectField>
      <basic:crossReference target="c1t2">OC</basic:crossReference>
      <langSec xml:lang="en"><basic:definition>Stars that move together.</basic:definition>
      <termSec><term>open cluster</term><min:partOfSpeech>noun</min:partOfSpeech>
      <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus><basic:context>Many.</basic:context></termSec>
      <termSec id="c1t2"><term>OC</term><basic:termType>abbreviation</basic:termType></termSec>
      </langSec></conceptEntry>`,
      'dct',
    ),
    `c1: open cluster (preferred, full, noun); OC (admitted, abbreviation)
definition: Stars that move together.
category: Astronomy
examples: Many.
related: c1`,
  ],
  [
    'version 2 with a document type that is not fetched, tig and ntig',
    v2(`<termEntry id="c1"><descrip type="definition">A part.</descrip>
      <langSet xml:lang="en-US">
        <ntig><termGrp><term>gear</term><termNoteGrp><termNote type="partOfSpeech">noun</termNote></termNoteGrp></termGrp></ntig>
        <tig><term>cog</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
      </langSet></termEntry>`),
    'c1: gear (preferred, full, noun); cog (deprecated, variant)\ndefinition: A part.',
  ],
  [
    'the first of several definitions, and the others as description, from the concept down to its terms',
    v3(`<conceptEntry id="c"><langSec xml:lang="en"><descrip type="definition">Second.</descrip>
      <termSec><term>gear</term><descrip type="definition">Third.</descrip></termSec></langSec>
      <descrip type="definition">First.</descrip></conceptEntry>`),
    'c: gear (preferred, full)\ndefinition: First.\ndescription: Second.\n\nThird.',
  ],
  [
    'the term that is preferred before those written earlier, and one preferred term alone',
    v3(`<conceptEntry id="c"><langSec xml:lang="en"><termSec><term>a</term></termSec>
      <termSec><term>b</term><termNote type="administrativeStatus">preferred</termNote></termSec>
      <termSec><term>c</term><termNote type="administrativeStatus">preferred</termNote></termSec></langSec></conceptEntry>`),
    'c: b (preferred, full); a (admitted, variant); c (admitted, variant)',
  ],
  [
    'the first term of which no status is said before those that are admitted',
    v3(`<conceptEntry id="c"><langSec xml:lang="en">
      <termSec><term>a</term><termNote type="administrativeStatus">admitted</termNote></termSec>
      <termSec><term>b</term></termSec></langSec></conceptEntry>`),
    'c: b (preferred, full); a (admitted, variant)',
  ],
  [
    'lines that a program indented as one paragraph, and others as they are',
    v3(`<conceptEntry id="c"><langSec xml:lang="en">
      <note>One
        two.

        Three.</note>
<note>- four
  - five</note>
      <termSec><term>a
        b</term></termSec></langSec></conceptEntry>`),
    'c: a b (preferred, full)\ndescription: One two.\n\nThree.\n\n- four\n  - five',
  ],
  [
    'text with markup, entities, numbers and CDATA',
    v3(
      '<conceptEntry id="c"><langSec xml:lang="en"><note>A <hi type="italics">fine</hi> &lt;b&gt; &#65;<![CDATA[ & c]]></note><termSec><term>R&amp;D</term></termSec></langSec></conceptEntry>',
    ),
    'c: R&D (preferred, full)\ndescription: A fine <b> A & c',
  ],
  [
    'an id made of the term where a concept has none',
    v3('<conceptEntry><langSec xml:lang="en"><termSec><term>Rolling update</term></termSec></langSec></conceptEntry>'),
    'rolling-update: Rolling update (preferred, full)',
  ],
  [
    'a reference to a term that no id names by its text',
    v3(
      '<conceptEntry id="c"><ref type="crossReference" target="x9">axle</ref><langSec xml:lang="en"><termSec><term>a</term></termSec></langSec></conceptEntry>',
    ),
    'c: a (preferred, full)\nrelated: axle',
  ],
];

const TWO_LANGUAGES = `<conceptEntry id="c1"><langSec xml:lang="en-GB"><termSec><term>colour</term></termSec></langSec>
  <langSec xml:lang="de"><termSec><term>Farbe</term></termSec><termSec><term>Farbton</term></termSec></langSec></conceptEntry>
  <conceptEntry id="c2"><ref type="crossReference" target="c3"/><langSec xml:lang="de"><termSec><term>Rad</term></termSec></langSec></conceptEntry>
  <conceptEntry id="c3"><langSec xml:lang="en"><termSec><term>axle</term></termSec></langSec></conceptEntry>`;

describe('the reader of TBX', () => {
  for (const [name, text, expected] of rows) it(`reads ${name}`, () => assert.equal(shownAll(text), expected));

  describe('reads one language', () => {
    const ofFile = v3(TWO_LANGUAGES);
    const ofNone = ofFile.replace(' xml:lang="en"', '');
    const languages: readonly (readonly [string, string, string | undefined, string, readonly string[]])[] = [
      ['that of the file', ofFile, undefined, 'en', ['colour', 'axle']],
      ['the one with the most terms where the file says none', ofNone, undefined, 'de', ['Farbe', 'Rad']],
      [
        'that of most terms where none is in that of the file',
        ofFile.replace('"en"', '"fr"'),
        undefined,
        'de',
        ['Farbe', 'Rad'],
      ],
      ['the one that is asked for', ofFile, 'de', 'de', ['Farbe', 'Rad']],
      ['a wider one where there is no nearer', ofFile, 'de-AT', 'de-AT', ['Farbe', 'Rad']],
      ['the nearer one alone', ofFile, 'en-GB', 'en-GB', ['colour']],
    ];
    for (const [name, text, asked, language, terms] of languages) {
      it(name, () => {
        const { glossary } = read(text, asked === undefined ? undefined : { language: asked });
        assert.equal(glossary?.language, language);
        assert.deepEqual(
          glossary?.concepts.map((concept) => concept.terms[0].text),
          terms,
        );
      });
    }

    it('and counts what is in others', () => {
      assert.deepEqual(
        read(ofFile, { language: 'de' }).leftOut?.map(({ what, count }) => [what, count]),
        [
          ['terms in `en-GB`', 1],
          ['concepts without a term in this language', 1],
          ['references to concepts that are left out', 1],
        ],
      );
    });

    it('and says which there are where there is no such', () => {
      const { problems, glossary } = read(ofFile, { language: 'ja' });
      assert.equal(glossary?.size, 0);
      assert.deepEqual(
        problems.map(({ message }) => message),
        ['No term of this file is in `ja`: it has terms in `en-GB`, `de`, `en`'],
      );
    });
  });

  it('takes the name of the glossary from the header, and else that of the file', () => {
    assert.equal(read(v3('')).glossary?.name, 'Team terms');
    assert.equal(read(v2('')).glossary?.name, 'terms');
  });

  it('tells where concepts, terms, definitions and references stand, in UTF-16 units', () => {
    const text =
      v3(`<!-- 🎉 --><conceptEntry id='c&#49;'><ref type="crossReference" target="c1">x</ref><langSec xml:lang="en">
      <descrip type="definition">
        A 🎉 part.
      </descrip><termSec><term> gear </term></termSec></langSec></conceptEntry>`);
    const { glossary, places = new Int32Array(), relatedNames } = read(text);
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    const [concept] = glossary?.concepts ?? [];
    assert.equal(concept?.id, 'c1');
    assert.equal(at(termPlace(places, 0)), 'gear');
    assert.equal(at(definitionPlace(places, 0)), 'A 🎉 part.');
    assert.match(at(concept?.origin.span ?? { start: 0, end: 0 }), /^<conceptEntry id='c&#49;'>.*<\/conceptEntry>$/s);
    assert.equal(concept?.origin.line, 5);
    assert.deepEqual(
      relatedNames.map(({ name, span }) => [name, at(span)]),
      [['c1', 'c1']],
    );
  });

  it('keeps places right in a file longer than the pieces that the parser gets', () => {
    const filler = `<!-- ${'🎉\r\n'.repeat(60_000)} -->`;
    const text = v3(
      `${filler}<conceptEntry id="c"><langSec xml:lang="en"><termSec><term>gear</term></termSec></langSec></conceptEntry>`,
    );
    const { places = new Int32Array() } = read(text);
    const { start, end } = termPlace(places, 0);
    assert.equal(text.slice(start, end), 'gear');
  });

  it('counts what a glossary cannot keep by kinds', () => {
    const text =
      v3(`<conceptEntry id="c"><transacGrp><transac type="transactionType">origination</transac><date>2010-04-17</date></transacGrp>
      <langSec xml:lang="en"><termSec><term>a</term><termNote type="grammaticalGender">masculine</termNote>
      <termNote type="partOfSpeech">adverb</termNote><termNote type="administrativeStatus">new</termNote>
      <descrip type="reliabilityCode">6</descrip><admin type="source">A book</admin></termSec></langSec></conceptEntry>
      <conceptEntry id="d"><langSec xml:lang="en"><termSec><term>b</term><termNote type="administrativeStatus">forbidden</termNote></termSec></langSec></conceptEntry>`);
    const { leftOut = [], problems } = read(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      leftOut.map(({ what, count, span }) => [what, count, text.slice(span?.start, span?.end).slice(0, 14)]),
      [
        ['`transacGrp`', 1, '<transacGrp><t'],
        ['`administrativeStatus` `new`', 1, '<termNote type'],
        ['`partOfSpeech` `adverb`', 1, '<termNote type'],
        ['`grammaticalGender`', 1, '<termNote type'],
        ['`reliabilityCode`', 1, '<descrip type='],
        ['`source`', 1, '<admin type="s'],
        ['concepts that have terms to avoid alone', 1, '<conceptEntry '],
      ],
    );
  });

  const entry = (inside: string) =>
    v3(`<conceptEntry id="c"><langSec xml:lang="en">${inside}</langSec></conceptEntry>`);
  /** Each row: what is wrong, the file, the problem, the text at its place. */
  const faults: readonly (readonly [string, string, GlossaryProblem['code'], string])[] = [
    [
      'a pointer of Git LFS',
      'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
      'not-a-glossary',
      'version https://git-lfs',
    ],
    ['a web page', '<!DOCTYPE html>\n<html><p>Not found</html>', 'not-a-glossary', '<!DOCTYPE'],
    ['a web page without a document type', '<HTML><p>Not found</HTML>', 'not-a-glossary', 'HTML'],
    ['other XML', '<?xml version="1.0"?><!-- a --><x:xliff/>', 'not-a-glossary', 'x:xliff'],
    ['no XML', 'term,definition\n', 'not-a-glossary', ''],
    ['nothing', ' \n', 'not-a-glossary', ''],
    [
      'entities',
      '<!DOCTYPE martif SYSTEM "a[b" [<!ENTITY x SYSTEM "file:///etc/passwd">]><martif>&x;</martif>',
      'syntax',
      '<!DOCTYPE',
    ],
    ['declarations without an end', '<!DOCTYPE martif [', 'syntax', '<!DOCTYPE'],
    ['an unknown entity', v3('<note>a &nbsp; b</note>'), 'syntax', '&nbsp;'],
    ['what objects have by nature as an entity', v3('<note>&constructor;</note>'), 'syntax', '&constructor;'],
    ['an ampersand', v3('<note>R & D</note>'), 'syntax', '&'],
    ['a wrong end tag', v3('<note>a</nota>'), 'syntax', '</nota>'],
    ['no end tag', '<tbx><text><body>', 'syntax', '<body>'],
    ['a file that is cut off', v3('').slice(0, -12), 'syntax', '<text>'],
    ['an attribute without quotes', '<tbx type=a></tbx>', 'syntax', 'a'],
    ['an attribute twice', '<tbx id="a" id="b"></tbx>', 'syntax', '<tbx id="a" id="b">'],
    ['elements too deep', `<tbx>${'<a>'.repeat(10_000)}`, 'too-deep', '<a>'],
    ['no concepts', v3(''), 'empty-glossary', 'tbx'],
    ['no term', entry('<termSec><termNote type="termType">variant</termNote></termSec>'), 'missing-term', '<termSec'],
    ['a term of nothing to look for', entry('<termSec><term>\u00ad</term></termSec>'), 'unusable-term', '\u00ad'],
    ['a long term', entry(`<termSec><term>${'a'.repeat(201)}</term></termSec>`), 'too-long', 'a'.repeat(200)],
    [
      'a long definition',
      entry(`<descrip type="definition">${'a'.repeat(65_537)}</descrip><termSec><term>a</term></termSec>`),
      'too-long',
      'a'.repeat(65_536),
    ],
    [
      'notes that are long together',
      entry(`<note>${'a'.repeat(40_000)}</note><note>${'b'.repeat(40_000)}</note><termSec><term>a</term></termSec>`),
      'too-long',
      'b'.repeat(40_000),
    ],
    [
      'an id twice',
      v3(
        '<conceptEntry id="c"><langSec xml:lang="en"><termSec><term>a</term></termSec></langSec></conceptEntry>'.repeat(
          2,
        ),
      ),
      'duplicate-id',
      'c',
    ],
  ];
  for (const [name, text, code, place] of faults) {
    it(`reports ${name}`, () => {
      const [problem] = read(text).problems;
      assert.equal(problem?.code, code);
      assert.equal(text.slice(problem?.span.start, problem?.span.end), place);
    });
  }

  it('gives no glossary of a file that is broken anywhere, so that the last good one stays', () => {
    assert.equal(read(v3(`${TWO_LANGUAGES}<a>`)).glossary, undefined);
  });

  it('reads a million references to characters', () => {
    const text = entry(`<termSec><term>a</term><note>b${'&#65;'.repeat(1_000_000)}</note></termSec>`);
    const { glossary, problems } = read(text);
    assert.equal(glossary?.size, 1);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['too-long'],
    );
  });
});

describe('the format TBX', () => {
  const names: readonly (readonly [uri: string, text: string, format: string])[] = [
    ['file:///a/terms.tbx', v3(''), 'tbx'],
    ['file:///a/terms.TBX', 'version https://git-lfs', 'tbx'],
    ['https://example.org/terms.tbx?raw=1', '<html>', 'tbx'],
    ['file:///a/terms.tbx.xml', v2(''), 'tbx'],
    ['file:///a/terms.xml', v3(''), 'tbx'],
    ['file:///a/terms.xml', '<?xml version="1.0"?><!-- <tbx> --><xliff/>', 'yaml'],
    ['file:///a/terms.xml', '', 'yaml'],
    ['file:///a/terms.yaml', v3(''), 'yaml'],
  ];
  for (const [uri, text, format] of names) {
    it(`is ${format === 'tbx' ? '' : 'not '}found in ${uri} with ${text.slice(0, 22).replace(/\s+/g, ' ')}`, () =>
      assert.equal(formatOf({ uri, text }).id, format));
  }

  it('loads what reads and writes it', async () => {
    assert.ok((await tbxFormat.reader?.())?.read);
    assert.ok((await tbxFormat.writer?.())?.write);
  });
});
