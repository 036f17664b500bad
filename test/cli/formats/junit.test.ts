import { strict as assert } from 'node:assert';
import { junitFormat } from '../../../server/src/cli/formats/junit';
import { parseXml, type XmlElement } from '../../support/xml';
import { commandsIn, hostileChecks, hostilePaths, hostileRun, run, unseenIn, variedRun } from './runs';
import { writable } from './xml';

const terminal = { isStyled: true, width: 80 };

function rootOf(written: Parameters<typeof junitFormat.write>[0]): XmlElement {
  const root = parseXml(junitFormat.write(written, terminal));
  assert.equal(root.name, 'testsuites');
  return root;
}

function outline({ name, attributes, children }: XmlElement): unknown {
  return [name, Object.fromEntries(attributes), ...children.map(outline)];
}

describe('the format junit', () => {
  it('writes a suite for each file and a case for each finding; what fails no run fails no case', () => {
    const message = 'Use "Kubernetes" instead of "k8s"';
    const guide = 'docs/guide.md';
    const german = 'docs/öffnen & schließen.md';
    const unread = { type: 'unreadable-file', message: 'This file is not checked: it is not UTF-8 text' };
    const caseOf = (file: string, name: string) => ({ name, classname: file, file });
    assert.deepEqual(outline(rootOf(variedRun)), [
      'testsuites',
      { name: 'glossary-lens', tests: '5', failures: '2', errors: '1' },
      [
        'testsuite',
        { name: guide, tests: '2', failures: '1', errors: '0' },
        ['testcase', caseOf(guide, 'deprecated-term (3:8)'), ['failure', { type: 'error', message }]],
        ['testcase', caseOf(guide, 'undefined-abbreviation (9:5)'), ['system-out', {}]],
      ],
      [
        'testsuite',
        { name: german, tests: '2', failures: '1', errors: '0' },
        ['testcase', caseOf(german, 'deprecated-term (1:3)'), ['failure', { type: 'warning', message }]],
        ['testcase', caseOf(german, 'deprecated-term (4:1)'), ['system-out', {}]],
      ],
      [
        'testsuite',
        { name: 'docs/binary.md', tests: '1', failures: '0', errors: '1' },
        ['testcase', caseOf('docs/binary.md', 'unreadable-file'), ['error', unread]],
      ],
    ]);
  });

  it('has a case that passes where nothing is found', () => {
    assert.deepEqual(outline(rootOf(run({}))), [
      'testsuites',
      { name: 'glossary-lens', tests: '1', failures: '0', errors: '0' },
      [
        'testsuite',
        { name: 'glossary-lens', tests: '1', failures: '0', errors: '0' },
        ['testcase', { name: '12 files without findings', classname: 'glossary-lens' }],
      ],
    ]);
  });

  it('gives back what documents hold as far as XML can, and steers nothing with it', () => {
    const output = junitFormat.write(hostileRun, terminal);
    assert.deepEqual(commandsIn(output), []);
    assert.deepEqual(unseenIn(output), []);
    for (const hostile of [hostileChecks, hostilePaths]) {
      const other = junitFormat.write(hostile, terminal);
      assert.deepEqual([...commandsIn(other), ...unseenIn(other)], []);
    }
    const read = rootOf(hostileRun).children.map(({ attributes, children: [only] }) => [
      attributes.get('name'),
      only?.children[0]?.attributes.get('message'),
      only?.children[0]?.text,
    ]);
    assert.deepEqual(read, [
      ...hostileRun.files.map(({ path, findings: [only] }) => {
        const message = writable(only?.message ?? '');
        return [writable(path), message, `warning at ${writable(path)}:1:8: ${message} [deprecated-term]`];
      }),
      ...hostileRun.unreadable.map(({ path, reason }) => [
        writable(path),
        writable(`This file is not checked: ${reason}`),
        '',
      ]),
    ]);
  });
});
