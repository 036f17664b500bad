import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { addReport } from '../../../server/src/cli/report';
import { reportFormats } from '../../../server/src/cli/report/formats';
import type { UsageReport } from '../../../server/src/cli/report/usageReport';
import { reportOnFolder, reportWith } from './reports';

const fixtures = path.join(__dirname, 'fixtures');
/** Set to write the reports anew; the difference is to be reviewed. */
const isUpdating = process.env.UPDATE_TRANSCRIPTS === '1';
const terminal = { isStyled: false, width: 80 };

describe('the formats of a report', () => {
  let report: UsageReport;

  before(async () => {
    report = await reportOnFolder(path.join(fixtures, 'shop'), 'Acme shop');
  });

  for (const format of reportFormats) {
    it(`write the sample workspace as ${format.name}`, () => {
      const file = path.join(fixtures, `report${format.extensions[0]}`);
      const written = withoutCode(format.write(report, format.rows, terminal));
      if (isUpdating) writeFileSync(file, written);
      assert.ok(existsSync(file), `${file} is not there: run the test with UPDATE_TRANSCRIPTS=1`);
      assert.equal(written, readFileSync(file, 'utf8'));
    });

    it(`write the same twice as ${format.name}`, () => {
      assert.equal(format.write(report, 5, terminal), format.write(report, 5, terminal));
    });

    it(`write a report on nothing as ${format.name}`, () => {
      const written = format.write(reportWith({}), format.rows, terminal);
      assert.match(written, /test/);
      assert.ok(written.endsWith('\n'));
      assert.doesNotMatch(withoutCode(written), /NaN|Infinity|undefined/);
    });

    it(`say as ${format.name} how many rows are left out`, () => {
      const terms = [...Array(7).keys()].map((number) => `term ${number}`);
      const unused = terms.map((term) => ({ term, category: '', glossary: 'g', place: { path: 'g.yaml', line: 1 } }));
      const written = format.write(reportWith({ unused }), 3, terminal);
      assert.match(written, format.name === 'json' ? /"total": 7/ : /and 4 more/);
      assert.match(written, /term 2/);
      assert.doesNotMatch(written, /term 3/);
    });
  }

  it('have names and extensions of their own', () => {
    const names = reportFormats.flatMap(({ name, extensions }) => [name, ...extensions]);
    assert.equal(new Set(names).size, names.length);
  });

  it('are those that the command offers', () => {
    const program = new Command();
    addReport(program);
    const [command] = program.commands;
    const offered = command?.options.find(({ long }) => long === '--format')?.argChoices;
    assert.deepEqual(
      offered,
      reportFormats.map(({ name }) => name),
    );
  });

  it('style nothing but titles and what steps back, on a terminal', () => {
    const text = reportFormats.find(({ name }) => name === 'text');
    const styled = text?.write(report, 3, { isStyled: true, width: 80 }) ?? '';
    const plain = text?.write(report, 3, terminal);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    assert.equal(styled.replace(/\u001b\[\d+m/g, ''), plain);
    assert.notEqual(styled, plain);
  });
});

/** The look and the script of the page are code of ours, and no output. */
function withoutCode(written: string): string {
  return written
    .replace(/<style>[\s\S]*<\/style>/, '<style></style>')
    .replace(/<script>[\s\S]*<\/script>/, '<script></script>')
    .replace(/sha256-[\w+/=]+/g, 'sha256-…');
}
