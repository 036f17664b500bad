import { strict as assert } from 'node:assert';
import { githubFormat } from '../../../server/src/cli/formats/github';
import { finding, hostileChecks, hostilePaths, hostileRun, hostileTexts, run, unseenIn, variedRun } from './runs';

const terminal = { isStyled: true, width: 80 };

describe('the format github', () => {
  it('writes a command for each finding', () => {
    assert.deepEqual(githubFormat.write(variedRun, terminal).split('\n'), [
      '::error file=docs/guide.md,line=3,endLine=3,col=8,endColumn=11,title=deprecated-term::Use "Kubernetes" instead of "k8s"',
      '::notice file=docs/guide.md,line=9,endLine=9,col=5,endColumn=8,title=undefined-abbreviation::Nothing explains "VPA"',
      // Without columns, as it ends on another line.
      '::warning file=docs/öffnen & schließen.md,line=1,endLine=2,title=deprecated-term::Use "Kubernetes" instead of "k8s"',
      '::notice file=docs/öffnen & schließen.md,line=4,endLine=4,col=1,endColumn=2,title=deprecated-term::Use "Kubernetes" instead of "k8s"',
      '::error file=docs/binary.md,title=unreadable-file::This file is not checked: it is not UTF-8 text',
      '',
    ]);
  });

  it('is empty without findings', () => assert.equal(githubFormat.write(run({}), terminal), ''));

  it('escapes what ends a property or a message', () => {
    const [command = ''] = githubFormat
      .write(run({ 'a,b:c%0A\n.md': [finding('⟦x⟧', { message: '100%, a::b: %0A' })] }), terminal)
      .split('\n');
    const { properties, message } = asRunner(command) ?? assert.fail(command);
    assert.equal(properties.get('file'), 'a,b:c%0A\n.md');
    assert.equal(message, '100%, a::b: %0A');
  });

  it('lets documents and names of files run no command, and steer nothing', () => {
    for (const hostile of [hostileRun, hostilePaths, hostileChecks]) {
      const output = githubFormat.write(hostile, terminal);
      assert.deepEqual(unseenIn(output), []);
      const lines = output.split(/[\r\n]/).filter((line) => line !== '');
      assert.equal(lines.length, hostileTexts.length + hostile.unreadable.length);
      for (const line of lines) {
        const command = asRunner(line) ?? assert.fail(line);
        assert.ok(['warning', 'error'].includes(command.name), line);
        assert.ok(!/##[a-z]*\[/i.test(line), line);
      }
    }
  });
});

/** Read a line as the runner of GitHub Actions does: the escapes of `%` are taken back last. */
function asRunner(line: string) {
  const [, name = '', written = '', data = ''] = /^\s*::([a-z-]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === '') return undefined;
  const properties = written.split(',').filter((pair) => pair !== '');
  const unescapeData = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const unescapeProperty = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  return {
    name,
    properties: new Map(
      properties.map((pair) => {
        const end = pair.indexOf('=');
        return [pair.slice(0, end), unescapeProperty(pair.slice(end + 1))];
      }),
    ),
    message: unescapeData(data),
  };
}
