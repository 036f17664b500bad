import { strict as assert } from 'node:assert';
import { checkstyleFormat } from '../../../server/src/cli/formats/checkstyle';
import { parseXml, type XmlElement } from '../../support/xml';
import { commandsIn, hostileChecks, hostilePaths, hostileRun, run, unseenIn, variedRun } from './runs';
import { writable } from './xml';

const terminal = { isStyled: true, width: 80 };

function rootOf(written: Parameters<typeof checkstyleFormat.write>[0]): XmlElement {
  const root = parseXml(checkstyleFormat.write(written, terminal));
  assert.equal(root.name, 'checkstyle');
  return root;
}

describe('the format checkstyle', () => {
  it('writes files with their findings', () => {
    const files = rootOf(variedRun).children.map(({ name, attributes, children }) => [
      name,
      attributes.get('name'),
      children.map((error) => Object.fromEntries(error.attributes)),
    ]);
    const message = 'Use "Kubernetes" instead of "k8s"';
    const source = 'glossary-lens.deprecated-term';
    const abbreviation = { message: 'Nothing explains "VPA"', source: 'glossary-lens.undefined-abbreviation' };
    const unreadable = {
      message: 'This file is not checked: it is not UTF-8 text',
      source: 'glossary-lens.unreadable-file',
    };
    assert.deepEqual(files, [
      [
        'file',
        'docs/guide.md',
        [
          { line: '3', column: '8', severity: 'error', message, source },
          { line: '9', column: '5', severity: 'info', ...abbreviation },
        ],
      ],
      [
        'file',
        'docs/öffnen & schließen.md',
        [
          { line: '1', column: '3', severity: 'warning', message, source },
          { line: '4', column: '1', severity: 'info', message, source },
        ],
      ],
      ['file', 'docs/binary.md', [{ line: '1', column: '1', severity: 'error', ...unreadable }]],
    ]);
  });

  it('is a report without files where nothing is found', () => assert.deepEqual(rootOf(run({})).children, []));

  it('gives back what documents hold as far as XML can, and steers nothing with it', () => {
    const output = checkstyleFormat.write(hostileRun, terminal);
    assert.deepEqual(commandsIn(output), []);
    assert.deepEqual(unseenIn(output), []);
    for (const hostile of [hostileChecks, hostilePaths]) {
      const other = checkstyleFormat.write(hostile, terminal);
      assert.deepEqual([...commandsIn(other), ...unseenIn(other)], []);
    }
    const read = rootOf(hostileRun).children.map(({ attributes, children: [error] }) => [
      attributes.get('name'),
      error?.attributes.get('message'),
    ]);
    assert.deepEqual(read, [
      ...hostileRun.files.map(({ path, findings: [only] }) => [writable(path), writable(only?.message ?? '')]),
      ...hostileRun.unreadable.map(({ path, reason }) => [
        writable(path),
        writable(`This file is not checked: ${reason}`),
      ]),
    ]);
  });
});
