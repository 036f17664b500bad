import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { URI } from 'vscode-uri';
import { endWith } from './import';

/** Add `validate`: what is wrong with glossaries, as an editor shows it. */
export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('Say what is wrong with glossaries, in any format.')
    .argument('<paths...>', 'files and folders; a folder is searched for glossaries')
    .showHelpAfterError('Run `glossary-lens validate --help` to see how it is used.')
    .addHelpText('after', MORE)
    .action(async (paths: readonly string[], _options: object, command: Command) => {
      const { runValidate } = await import('./glossaries');
      const outcome = await runValidate({ paths, folder: process.cwd(), shippedGlossary: shippedGlossary() });
      await endWith(outcome, command);
    });
}

const MORE = `
Examples:
  glossary-lens validate glossary.yaml
  glossary-lens validate .                 all glossaries below this folder

Each problem is a line, file:line:column: message. They are those of an editor: the configuration and the other glossaries
that apply where a file lies count.

Exit codes:
  0  nothing is wrong, or nothing that loses anything
  1  an error or a warning was found
  2  the command cannot be carried out, or some file could not be read
  3  a failure of Glossary Lens itself`;

/** It lies beside the folder of this file in what is built. */
function shippedGlossary(): string {
  return URI.file(join(dirname(__dirname), 'glossary.pack')).toString();
}
