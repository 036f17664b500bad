import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  type ParsedDocument,
  parseDocument,
  sectionRegions,
  updateDocument,
} from '../../server/src/languages/document';
import { SECTION_LENGTH, type Section } from '../../server/src/languages/language';
import { type Region, RegionWriter, unpackRegions } from '../../server/src/languages/regions';
import { readYaml, yaml } from '../../server/src/languages/yaml';
import { Scanner } from '../../server/src/languages/yaml/scanner';
import { SourceReader } from '../../server/src/text/source';
import { assertSpans } from '../../server/src/text/span';
import { anyDocument, anyEdits, anyLines, anyYaml, realSlice } from './yaml.arbitraries';

const reader = new SourceReader();
const anyFewLines = fc.array(anyLines, { maxLength: 12 }).map((lines) => lines.join(''));

describe('YAML, in sections', () => {
  const corpora = join(__dirname, '../../../shared/corpora/documents');

  it('equals a scan from scratch after any edits', () => {
    assertEdits(anyDocument, 300);
  });

  it('equals a scan from scratch after edits of real documents', function () {
    if (!existsSync(corpora)) {
      console.log(`      skipped: no documents in ${corpora}`);
      this.skip();
    }
    assertEdits(realSlice(corpora), 60);
  });

  it('goes on from the start of any section as from the start of the document', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const { sections, starts } = parseDocument(text, yaml, reader);
        for (const [index, section] of sections.entries()) {
          const rest: Section[] = [];
          yaml.scan(reader.read(text), starts[index] ?? 0, section.state, (next) => {
            rest.push(next);
            return true;
          });
          assert.deepEqual(rest.map(contents), sections.slice(index).map(contents));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('knows all there is to know between any two lines, and how far it looked', () => {
    fc.assert(
      fc.property(fc.oneof(anyYaml, anyFewLines), anyYaml, fc.integer({ min: 1, max: 40 }), (text, other, limit) => {
        for (const step of stepsOf(text, limit)) {
          assert.deepEqual(takeStepAnew(text, step, limit), step);
          if (step.reach >= text.length) continue;
          const changed = text.slice(0, step.reach) + other;
          assert.deepEqual(takeStepAnew(changed, step, limit), step);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives regions that are sorted, disjoint and inside of their section', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        for (const section of parseDocument(text, yaml, reader).sections) {
          const spans = unpackRegions(section.regions(reader.read(text), 0, new Set())).flatMap(({ spans }) => spans);
          assertSpans(spans, section.length);
          assert.ok(section.length > 0 && section.reach >= section.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads short documents as it reads them in one go', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const writer = new RegionWriter();
        readYaml(reader.read(text), 0, text.length, writer);
        const { sections } = parseDocument(text, yaml, reader);
        if (sections.length === 1) assert.deepEqual(unpackRegions(writer.take()), sections.flatMap(regionsIn));
      }),
      { numRuns: 200 },
    );
  });

  const long = 200;
  const rows: readonly (readonly [name: string, text: string])[] = [
    ['a block of prose', `description: |\n${'  Rolling updates of pods\n  are slow.\n\n'.repeat(long)}`],
    ['a block of prose without paragraphs', `description: |\n${'  rolling updates of many pods\n'.repeat(20 * long)}`],
    ['a script', `run: |\n${'  # drains the node\n  drain --all\n'.repeat(long)}`],
    ['JSON in a block', `dashboard.json: |\n${'  {"title": "pods"}\n'.repeat(long)}`],
    ['comments', '# Rolling updates of pods\n#\n'.repeat(long)],
    ['comments without a break', '# Rolling updates of many pods\n'.repeat(20 * long)],
    ['YAML that is commented out', '# kind: Pod\n'.repeat(long)],
    ['JSON', `[\n${'  {"kind": "Pod", "a": [1, 2]},\n'.repeat(long)}]\n`],
    ['an array of a key', `args: [\n${'  load balancer, # it balances\n'.repeat(long)}]\nkind: Pod\n`],
  ];
  for (const [name, text] of rows) {
    it(`cuts ${name}`, () => {
      const { sections } = parseDocument(text, yaml, reader);
      for (const { length } of sections) assert.ok(length <= 2 * SECTION_LENGTH + 100, `${length} units`);
      assert.ok(sections.length >= text.length / (2 * SECTION_LENGTH + 100), `${sections.length} sections`);
      const writer = new RegionWriter();
      readYaml(reader.read(text), 0, text.length, writer);
      const whole = unpackRegions(writer.take()).map(({ kind, spans }) => ({ kind, spans: spans.length }));
      const cut = sections.flatMap(regionsIn).map(({ kind, spans }) => ({ kind, spans: spans.length }));
      if (!name.includes('without')) assert.deepEqual(cut, whole);
      const edited = replace(text, text.length >> 1, text.length >> 1, ' ');
      const scans = countScans(parseDocument(text, yaml, reader), edited, text.length >> 1);
      assert.ok(scans < 50_000, `${scans} units read again`);
    });
  }
});

/** One step of a scanner: where and in which state it began, what it found, how far it looked, and where it leads. */
interface Step {
  readonly at: number;
  readonly state: string;
  readonly next: number;
  readonly nextState: string;
  readonly reach: number;
  readonly regions: readonly Region[];
}

/** Read a text in steps, by one scanner that remembers everything. */
function stepsOf(text: string, limit: number): readonly Step[] {
  const writer = new RegionWriter();
  const scanner = new Scanner(text, reader.read(text).units, text.length, writer);
  const steps: Step[] = [];
  for (let at = 0; at < text.length; at = steps.at(-1)?.next ?? text.length) {
    const state = at === 0 ? '' : scanner.write();
    steps.push(takeStep(scanner, writer, at, state, limit));
  }
  return steps;
}

/** Take one step by a scanner that knows its state alone. */
function takeStepAnew(text: string, { at, state }: Step, limit: number): Step {
  const writer = new RegionWriter();
  const scanner = new Scanner(text, reader.read(text).units, text.length, writer);
  if (state !== '') scanner.restore(state);
  return takeStep(scanner, writer, at, state, limit);
}

function takeStep(scanner: Scanner, writer: RegionWriter, at: number, state: string, limit: number): Step {
  const { look } = scanner;
  look.resetReach();
  look.limit = at + limit;
  const next = scanner.readFrom(at);
  assert.ok(next > at);
  look.see(next);
  const regions = unpackRegions(writer.take());
  return { at, state, next, nextState: scanner.write(), reach: look.reach, regions };
}

/** Units that were read for an edit of one unit at `at`. */
function countScans(parsed: ParsedDocument, text: string, at: number): number {
  let units = 0;
  const counting = new SourceReader((part, target) => {
    units += part.length;
    for (let index = 0; index < part.length; index++) target[index] = part.charCodeAt(index);
  });
  updateDocument(parsed, text, { start: at, oldEnd: at, newEnd: at + 1 }, counting);
  return units;
}

function assertEdits(documents: fc.Arbitrary<string>, numRuns: number): void {
  fc.assert(
    fc.property(documents, anyEdits, (start, edits) => {
      let text = start;
      let parsed = parseDocument(text, yaml, reader);
      for (const { at, length, inserted } of edits) {
        const from = Math.floor(at * (text.length + 1));
        const oldEnd = Math.min(text.length, from + length);
        text = replace(text, from, oldEnd, inserted);
        parsed = updateDocument(parsed, text, { start: from, oldEnd, newEnd: from + inserted.length }, reader);
        const scratch = parseDocument(text, yaml, reader);
        assert.deepEqual(parsed.sections.map(contents), scratch.sections.map(contents));
        assert.deepEqual(parsed.starts, scratch.starts);
      }
    }),
    { numRuns },
  );
}

function contents(section: Section): unknown {
  return { ...section, regions: regionsIn(section) };
}

function regionsIn(section: Section): readonly Region[] {
  return unpackRegions(sectionRegions(section, reader.read(''), 0, new Set()).regions);
}

function replace(text: string, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}
