import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { regionsOf } from '../../server/src/languages/document';
import { yaml } from '../../server/src/languages/yaml';
import { SourceReader } from '../../server/src/text/source';

/**
 * Helm templates that are no YAML, and beside each what is read in it, one region a line: its line, its kind, its text.
 * `UPDATE_GOLDEN=1` writes the listings anew; read the difference line by line.
 */
describe('regions of Helm templates', () => {
  const folder = join(__dirname, 'helm');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  it('has twenty of them', () => assert.equal(names.length, 20));

  for (const name of names) {
    it(name, () => {
      const file = join(folder, name);
      const golden = file.replace(/\.yaml$/, '.regions.txt');
      const listing = listRegions(readFileSync(file, 'utf8'));
      if (process.env.UPDATE_GOLDEN !== undefined) writeFileSync(golden, listing);
      assert.equal(listing, readFileSync(golden, 'utf8'));
    });
  }
});

function listRegions(text: string): string {
  return regionsOf(text, yaml, new SourceReader())
    .map(({ kind, spans }) => {
      const line = text.slice(0, spans[0].start).split('\n').length;
      const words = spans.map(({ start, end }) => text.slice(start, end)).join('');
      return `${String(line).padStart(3)}  ${kind.padEnd(10)}  ${words.replaceAll('\n', '⏎')}\n`;
    })
    .join('');
}
