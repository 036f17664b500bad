import { dirname, join } from 'node:path';
import { type Command, Option } from 'commander';
import { URI } from 'vscode-uri';
import type { HoverDetail } from '../settings';
import { allowHostOption } from './allowedHosts';
import { glossarySource } from './glossarySource';
import type { Lookup } from './lookup';

interface DefineOptions {
  readonly detail: HoverDetail;
  readonly glossary?: readonly string[];
  readonly allowHost?: readonly string[];
}

/** Add `define`: the card of a term, in the terminal. */
export function addDefine(program: Command): void {
  program
    .command('define')
    .description('Explain a term, as a hover in an editor does.')
    .argument('<term...>', 'the term; several words are read as one term')
    .addOption(
      new Option('--detail <detail>', 'how much to tell').choices(['brief', 'standard', 'full']).default('standard'),
    )
    .option(
      '--glossary <file>',
      'a glossary beside those that apply to this folder; may be given several times',
      (file: string, files: readonly string[] = []) => [...files, file],
    )
    .addOption(allowHostOption())
    .showHelpAfterError('Run `glossary-lens define --help` to see how it is used.')
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], options: DefineOptions, command: Command) => {
      const term = words.join(' ').trim();
      if (term === '') command.error('error: the term is empty', { exitCode: 2 });
      const { look } = await import('./lookup');
      const folder = process.cwd();
      const { glossary = [], detail, allowHost = [] } = options;
      const sources = glossary.map((text) => glossarySource(text, folder));
      const asked = { folder, sources, allowedHosts: allowHost, shippedGlossary: shippedGlossary(), detail };
      const lookup = await look(term, asked);
      const missing = lookup.missing.map((source) => glossary[sources.indexOf(source)] ?? source);
      await printProblems(lookup);
      if (missing.length > 0) command.error(`error: there is no glossary ${missing.join(', ')}`, { exitCode: 2 });
      await print(term, lookup);
    });
}

const EXAMPLES = `
Examples:
  glossary-lens define k8s
  glossary-lens define rolling update --detail full
  glossary-lens define pod --glossary ../terms.yaml

Glossaries are the files glossary.yaml and *.glossary.yaml (or .yml, .json) in this folder and in those above it, up to
the root of the repository, then those named by --glossary, then the one that comes with Glossary Lens.`;

/** It lies beside the folder of this file in what is built. */
function shippedGlossary(): string {
  return URI.file(join(dirname(__dirname), 'glossary.pack')).toString();
}

/** They say why a glossary is not there, where more is known of it. */
async function printProblems({ problems }: Lookup): Promise<void> {
  const { inertMessage } = await import('./formats/inertText');
  for (const problem of problems) process.stderr.write(`${inertMessage(problem)}\n`);
}

async function print(term: string, { card, near }: Lookup): Promise<void> {
  const { isStyled, styleCard, visible, widthOf, wrap } = await import('./terminal');
  if (card !== undefined) {
    const text = wrap(visible(card), widthOf(process.stdout));
    process.stdout.write(`${isStyled(process.stdout, process.env) ? styleCard(text) : text}\n`);
    return;
  }
  const question = near.length === 0 ? '' : ` Did you mean ${joinNames(near)}?`;
  process.stderr.write(visible(`glossary-lens: no glossary explains "${term}".${question}\n`));
  process.exitCode = 1;
}

function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
