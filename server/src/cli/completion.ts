import { Argument, type Command } from 'commander';
import { severities } from '../analysis/finding';
import { shells } from './shells';
import { commandLineOf, type PlaceholderWords } from './shells/commandLine';

/** Add `completion`: a script with which a shell completes this command. */
export function addCompletion(program: Command): void {
  program
    .command('completion')
    .description('Print what makes a shell complete this command.')
    .addArgument(new Argument('<shell>', 'the shell').choices([...shells.keys()]))
    .showHelpAfterError('Run `glossary-lens completion --help` to see how it is used.')
    .addHelpText('after', EXAMPLES)
    .action(async (shell: string) => {
      const script = shells.get(shell)?.(commandLineOf(program, await placeholderWords()));
      process.stdout.write(script ?? '');
    });
}

const EXAMPLES = `
Examples:
  source <(glossary-lens completion bash)        in ~/.bashrc
  source <(glossary-lens completion zsh)         in ~/.zshrc, behind compinit
  glossary-lens completion fish > ~/.config/fish/completions/glossary-lens.fish
  glossary-lens completion powershell | Out-String | Invoke-Expression
                                                 in $PROFILE

The script knows the checks and options of this version: load it anew where another is installed.`;

async function placeholderWords(): Promise<PlaceholderWords> {
  const { checkNames } = await import('../analysis/checkList');
  const { formatIds } = await import('./glossaries');
  const grades = [...severities, 'off'];
  return new Map([
    ['check', checkNames],
    ['format', formatIds()],
    ['name=severity', checkNames.flatMap((name) => grades.map((grade) => `${name}=${grade}`))],
  ]);
}
