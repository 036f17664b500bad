import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Argument, Command, Option } from 'commander';
import { shells } from '../../../server/src/cli/shells';
import { commandLineOf } from '../../../server/src/cli/shells/commandLine';

/** A program with all that a script has to deal with. */
function program(): Command {
  const lens = new Command('lens').option('--version', 'print the version').helpOption('--help', 'print this help');
  lens
    .command('check')
    .description("Check the wording of documents: [all] of 'them'.\n\nAnother paragraph.")
    .argument('[paths...]', 'files and folders')
    .addOption(new Option('--format <name>', 'how to write').choices(['pretty', 'json', 'jsonl']))
    .option('--check <name=severity>', 'how much a check weighs')
    .option('-o, --output <file>', 'where to write')
    .option('--max-warnings <number>', 'how many warnings pass')
    .option('--changed [base]', 'only what changed')
    .option('--fix', 'mend what can be mended')
    .addOption(new Option('--secret').hideHelp());
  lens.command('explain').description('Explain a check.').argument('[check]');
  lens
    .command('completion')
    .description('Print a script.')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh']));
  return lens;
}

const placeholderWords = new Map([
  ['check', ['deprecated-term', 'missing-link']],
  ['name=severity', ['deprecated-term=error', 'deprecated-term=off', 'missing-link=error']],
]);

function scriptFor(shell: string): string {
  return shells.get(shell)?.(commandLineOf(program(), placeholderWords)) ?? assert.fail(shell);
}

/** In milliseconds: Zsh reads its functions for completion anew, which takes seconds on a busy machine. */
const LONGEST_RUN = 30_000;

/** What is typed, and what is offered for its last word; sorted. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['subcommands', 'lens ', ['check', 'completion', 'explain']],
  ['the rest of a subcommand', 'lens comp', ['completion']],
  ['options of the program', 'lens --ver', ['--version']],
  ['options of a subcommand', 'lens check --f', ['--fix', '--format']],
  ['no hidden option', 'lens check --secr', []],
  ['choices of an option', 'lens check --format js', ['json', 'jsonl']],
  ['choices behind other words', 'lens check docs --fix --format p', ['pretty']],
  ['checks', 'lens explain dep', ['deprecated-term']],
  ['checks with severities', 'lens check --check mis', ['missing-link=error']],
  ['choices of an operand', 'lens completion z', ['zsh']],
];

describe('completion', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'glossary-lens-completion-'));
    for (const shell of shells.keys()) writeFileSync(path.join(folder, shell), scriptFor(shell));
    writeFileSync(path.join(folder, 'guide.md'), '');
    writeFileSync(path.join(folder, 'zebra'), '');
  });

  after(() => rmSync(folder, { recursive: true }));

  /** Run a script with a shell, or skip the test where there is none. */
  function run(context: Mocha.Context, shell: string, args: readonly string[]): string {
    const { stdout, stderr, error } = spawnSync(shell, args, { cwd: folder, encoding: 'utf8', timeout: LONGEST_RUN });
    if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
      console.log(`      ${shell} is not installed`);
      context.skip();
    }
    assert.equal(stderr, '');
    return stdout;
  }

  describe('in Bash', () => {
    /** Complete as Bash does: words end at spaces and around `=`. */
    function complete(context: Mocha.Context, typed: string): readonly string[] {
      const words = typed.split(' ').flatMap((word) => word.split(/(?<==)|(?==)/));
      const quoted = words.map((word) => `'${word}'`).join(' ');
      const script = `source ./bash; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}
        _lens; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return run(context, 'bash', ['--norc', '-u', '-c', script])
        .split('\n')
        .filter((word) => word !== '')
        .sort();
    }

    for (const [name, typed, offered] of rows) {
      it(`offers ${name}`, function () {
        assert.deepEqual(complete(this, typed), offered);
      });
    }

    const more: readonly (readonly [string, string, readonly string[]])[] = [
      ['a choice behind "="', 'lens check --format=pre', ['pretty']],
      ['all choices right behind "="', 'lens check --format=', ['json', 'jsonl', 'pretty']],
      ['the severity of a check', 'lens check --check deprecated-term=', ['error', 'off']],
      ['the severity of a check behind "="', 'lens check --check=deprecated-term=e', ['error']],
      ['nothing, so that Bash offers files', 'lens check gui', []],
      ['nothing behind an option whose value may be missing, so that Bash offers files', 'lens check --changed ', []],
      ['nothing for a number', 'lens check --max-warnings ', []],
    ];
    for (const [name, typed, offered] of more) {
      it(`offers ${name}`, function () {
        assert.deepEqual(complete(this, typed), offered);
      });
    }
  });

  describe('in Fish', () => {
    function complete(context: Mocha.Context, typed: string): readonly string[] {
      const output = run(context, 'fish', ['--no-config', '-c', `source ./fish; complete -C '${typed}'`]);
      const lines = output.split('\n').filter((line) => line !== '');
      return lines.map((line) => line.split('\t', 1)[0] ?? '').sort();
    }

    for (const [name, typed, offered] of rows) {
      it(`offers ${name}`, function () {
        assert.deepEqual(complete(this, typed), offered);
      });
    }

    it('offers files where they may stand', function () {
      assert.deepEqual(complete(this, 'lens check gui'), ['guide.md']);
      assert.deepEqual(complete(this, 'lens check --output gui'), ['guide.md']);
      assert.deepEqual(complete(this, 'lens explain gui'), []);
    });
  });

  describe('in Zsh', () => {
    const lines: readonly (readonly [string, string, string])[] = [
      ['a subcommand', 'lens che', 'lens check '],
      ['an option of the program', 'lens --ver', 'lens --version '],
      ['an option of a subcommand', 'lens check --fi', 'lens check --fix '],
      ['an option with a value', 'lens check --for', 'lens check --format='],
      ['no hidden option', 'lens check --secr', 'lens check --secr'],
      ['as much as the choices share', 'lens check --format js', 'lens check --format json'],
      ['a choice behind "="', 'lens check --format=p', 'lens check --format=pretty '],
      ['a check', 'lens explain dep', 'lens explain deprecated-term '],
      ['a check with its severity', 'lens check --check mis', 'lens check --check missing-link=error '],
      ['the choice of an operand, not a file', 'lens completion z', 'lens completion zsh '],
      ['a file', 'lens check gui', 'lens check guide.md '],
      ['the file of an option', 'lens check -o gui', 'lens check -o guide.md '],
    ];
    /** What becomes of the lines where somebody types them and the key for completion, in a terminal of its own. */
    let completed: readonly string[] = [];

    before(function () {
      this.timeout(2 * LONGEST_RUN);
      const keys = lines.map(
        ([, typed]) => `zpty -n -w shell $'${typed}\t\x18'; zpty -r -m shell seen '*<*>*'; print -r -- $seen`,
      );
      const script = `zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell 'PS1=; autoload -Uz compinit; compinit -u -D; source ./zsh; unsetopt beep'
        zpty -w shell 'show() { zle -I; print -r -- "<$BUFFER>"; BUFFER=; }; zle -N show; bindkey "^X" show; print READY'
        zpty -r -m shell seen $'*\nREADY*'
        ${keys.join('\n')}
        zpty -d shell`;
      const output = run(this, 'zsh', ['-f', '-c', script]);
      completed = [...output.matchAll(/<(lens [^<>]*)>/g)].map(([, line]) => line ?? '');
    });

    for (const [index, [name, , expected]] of lines.entries()) {
      it(`completes ${name}`, () => assert.equal(completed[index], expected));
    }
  });

  it('writes a script for PowerShell that knows all words', function () {
    const script = path.join(folder, 'powershell');
    const text = scriptFor('powershell');
    for (const word of ['check', 'explain', '--format', '--output', '-o', 'jsonl', 'deprecated-term=off', 'bash']) {
      assert.ok(text.includes(`'${word}'`), word);
    }
    const command = `. ${script}; (TabExpansion2 'lens check --format js').CompletionMatches.CompletionText`;
    assert.equal(run(this, 'pwsh', ['-NoProfile', '-Command', command]), 'json\njsonl\n');
  });
});
