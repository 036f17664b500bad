import assert from 'node:assert/strict';
import { CharacterClass, classOf, fold, readable } from '../../server/src/text/characters';
import { hasOnlyParticles } from '../../server/src/text/korean';
import { copyUnits, SourceReader } from '../../server/src/text/source';
import { endsWord, joinerEnd, splitEdges, startsWord, unitEndAt } from '../../server/src/text/words';

function unitsOf(text: string) {
  return new SourceReader().read(text);
}

describe('startsWord and endsWord', () => {
  /** `|` where a word may begin or end, as both functions tell it. */
  const rows: readonly (readonly [behaviour: string, starts: string, ends: string])[] = [
    ['words between spaces', '|pod |node', 'pod| node|'],
    ['contractions and possessives', "|pod's |can't", "pod|'s| can't|"],
    ['elided articles', "|l'|image |d'|une", "l'image| d'une|"],
    ['identifiers', '|k8s.io |my_pod /etc --name', 'k8s.io| my_pod| /etc| --name|'],
    ['where the script changes', '|Pod|は', 'Pod|は|'],
    ['Cyrillic behind Latin', '|Pod|ов', 'Pod|ов|'],
    ['accents, composed and not', '|café |cafe\u0301', 'café| cafe\u0301|'],
    ['Devanagari with its marks', '|नोड |कंटेनर', 'नोड| कंटेनर|'],
    ['Korean begins at a space', '|파드는', '파드|는|'],
    ['Katakana is one word', '|アノード', 'ア|ノー|ド|'],
    ['digits belong to words', '|5GB |v1', '5GB| v1|'],
  ];
  for (const [behaviour, starts, ends] of rows) {
    it(behaviour, () => {
      const text = starts.replaceAll('|', '');
      const { units, length } = unitsOf(text);
      let markedStarts = '';
      for (let offset = 0; offset < length; offset++) {
        markedStarts += (startsWord(units, offset, 0) ? '|' : '') + text.charAt(offset);
      }
      assert.equal(markedStarts, starts);
      const expected = ends.replaceAll('|', '');
      assert.equal(expected, text);
      for (let offset = 1, index = 1; offset <= length; offset++, index++) {
        const isMarked = ends.charAt(index) === '|';
        if (isMarked) {
          assert.ok(endsWord(units, offset, length), `${text} at ${offset}`);
          index++;
        }
      }
    });
  }
});

describe('unitEndAt', () => {
  const rows: readonly (readonly [text: string, end: number])[] = [
    ['pods run', 4],
    ['поды', 4],
    ['名前', 1],
    ['𝐀𝐁 c', 4],
    ['😀', 1],
    ['+', 1],
    [' x', 0],
  ];
  for (const [text, end] of rows) {
    it(`reads ${end} units of "${text}"`, () => {
      const { units, length } = unitsOf(text);
      assert.equal(unitEndAt(units, 0, length), end);
    });
  }
});

describe('joinerEnd', () => {
  const rows: readonly (readonly [text: string, end: number])[] = [
    [' \n x', 3],
    ['-x', 1],
    ['-\n  x', 4],
    ['--x', 1],
    ['\u2011x', 1],
    ['\u00a0x', 1],
    ['__x', 2],
    ['.x', 0],
  ];
  for (const [text, end] of rows) {
    it(`passes ${end} units of ${JSON.stringify(text)}`, () => {
      const { units, length } = unitsOf(text);
      assert.equal(joinerEnd(units, 0, length), end);
    });
  }
});

describe('splitEdges', () => {
  it('parts what stands around a term', () => {
    assert.deepEqual(splitEdges('--force'), { lead: '--', core: 'force', tail: '' });
    assert.deepEqual(splitEdges('__init__'), { lead: '__', core: 'init', tail: '__' });
    assert.deepEqual(splitEdges('---'), { lead: '---', core: '', tail: '' });
  });
});

describe('readable', () => {
  const rows: readonly (readonly [behaviour: string, text: string, written: string])[] = [
    ['composes', 'cafe\u0301', 'café'],
    ['joins marks of half width', 'ｶﾞ', 'ガ'],
    ['leaves out what is not seen', 'ku\u00adber\u200bnetes', 'kubernetes'],
    ['orders marks', 'e\u0302\u0323', 'ệ'],
    ['joins the parts of Hangul', '\u1112\u1161\u11ab', '한'],
    ['leaves capitals and full width to folding', 'ＡＰＩ', 'ＡＰＩ'],
  ];
  for (const [behaviour, text, written] of rows) it(behaviour, () => assert.equal(readable(text), written));
});

describe('Korean particles', () => {
  const rows: readonly (readonly [text: string, isParticles: boolean])[] = [
    ['는', true],
    ['들에서는', true],
    ['화', false],
    ['', true],
    ['는 x', true],
    ['입니다.', true],
    ['는'.repeat(50), false],
  ];
  for (const [text, isParticles] of rows) {
    it(`"${text.slice(0, 10)}" ${isParticles ? 'is' : 'is not'} a chain of them`, () => {
      const { units, length } = unitsOf(text);
      assert.equal(hasOnlyParticles(units, 0, length), isParticles);
    });
  }
});

describe('SourceReader', () => {
  it('ends what it read with a 0, and grows', () => {
    const reader = new SourceReader();
    const long = 'x'.repeat(200_000);
    assert.equal(reader.read(long).units[200_000], 0);
    const { units, length, text } = reader.read('ab');
    assert.deepEqual([...units.subarray(0, 3)], [0x61, 0x62, 0]);
    assert.deepEqual([length, text], [2, 'ab']);
  });

  it('copies as it is told', () => {
    const read: string[] = [];
    const reader = new SourceReader((text, target) => {
      read.push(text);
      copyUnits(text, target);
    });
    reader.read('a😀');
    assert.deepEqual(read, ['a😀']);
  });
});

describe('classes of ASCII', () => {
  it('are those that patterns tell', () => {
    for (let unit = 0; unit < 128; unit++) {
      const character = String.fromCharCode(unit);
      const expected = /\s/u.test(character)
        ? CharacterClass.space
        : character === '-'
          ? CharacterClass.hyphen
          : character === '_'
            ? CharacterClass.underscore
            : /[\p{L}\p{N}]/u.test(character)
              ? CharacterClass.letter
              : CharacterClass.symbol;
      assert.equal(classOf(unit), expected, JSON.stringify(character));
      assert.equal(fold(unit), character.toLowerCase().charCodeAt(0), JSON.stringify(character));
    }
  });
});
