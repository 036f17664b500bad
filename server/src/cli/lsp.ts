import { dirname } from 'node:path';
import { type Command, Option } from 'commander';

/** Add `lsp`: the language server, for any editor. */
export function addLsp(program: Command): void {
  program
    .command('lsp')
    .description('Serve an editor over the Language Server Protocol.')
    .requiredOption('--stdio', 'talk over standard input and output')
    // Clients built on vscode-languageclient add it on their own; the library behind the server reads it.
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .showHelpAfterError('Run `glossary-lens lsp --help` to see how it is used.')
    .action(async () => {
      const { serve } = await import('../node/serve');
      serve(dirname(__dirname), true);
    });
}
