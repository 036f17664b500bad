import assert from 'node:assert/strict';
import { style } from '../../../../server/src/cli/report/htmlReport/style';

/** The looks of the page, by where they begin in the style sheet. */
const looks: readonly (readonly [name: string, start: string])[] = [
  ['in the light', ':root {'],
  ['in the dark', '(prefers-color-scheme: dark) {'],
  ['on paper', '@media print {'],
];

/** Text and what it stands on, with the contrast that WCAG 2.2 asks for: 4.5 for text, 3 for what only pictures are made of. */
const pairs: readonly (readonly [front: string, back: string, least: number])[] = [
  ['ink', 'page', 4.5],
  ['ink', 'card', 4.5],
  ['soft', 'page', 4.5],
  ['soft', 'card', 4.5],
  ['accent-ink', 'page', 4.5],
  ['accent-ink', 'card', 4.5],
  ['warn', 'card', 4.5],
  ['shade-1-ink', 'shade-1', 4.5],
  ['shade-2-ink', 'shade-2', 4.5],
  ['shade-3-ink', 'shade-3', 4.5],
  ['shade-4-ink', 'shade-4', 4.5],
  ['accent', 'card', 3],
  ['accent', 'rail', 3],
];

describe('the look of the page', () => {
  for (const [name, start] of looks) {
    const colors = colorsBehind(start);
    for (const [front, back, least] of pairs) {
      it(`${name} has ${front} readable on ${back}`, () => {
        const [one, other] = [luminance(colors.get(front)), luminance(colors.get(back))];
        const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        assert.ok(contrast >= least, contrast.toFixed(2));
      });
    }
  }

  it('names no color but by its use', () => {
    const rules = style.replace(/--[a-z0-9-]+: #[0-9a-f]{6};/g, '');
    assert.doesNotMatch(rules, /#[0-9a-f]{3}|rgb|hsl/i);
  });
});

function colorsBehind(start: string): ReadonlyMap<string, string> {
  const from = style.indexOf(start);
  assert.ok(from >= 0, start);
  const block = style.slice(from, style.indexOf('}', from));
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = '', color = '']) => [name, color]),
  );
}

/** The relative luminance of a color, as WCAG defines it. */
function luminance(color = ''): number {
  assert.match(color, /^#/);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
