import { Argument, type Command } from 'commander';
import type { Check } from '../analysis/checks/check';

/** Add `explain`: what a check finds and why, in the terminal. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('Explain a check: what it finds, a wrong and a right example, and how to switch it off.')
    .addArgument(
      new Argument('[check]', 'the name of the check, as findings show it; all checks are listed without it'),
    )
    .showHelpAfterError('Run `glossary-lens explain` to see all checks.')
    .action(async (name: string | undefined, _options: object, command: Command) => {
      const { checks } = await import('../analysis/checks');
      const { isStyled, styleCard, widthOf, wrap } = await import('./terminal');
      if (name === undefined) {
        process.stdout.write(listOf(checks));
        return;
      }
      const check = checks.find((one) => one.name === name);
      if (check === undefined) command.error(await unknownName(name, checks), { exitCode: 2 });
      const text = wrap(await explanationOf(check), widthOf(process.stdout));
      process.stdout.write(`${isStyled(process.stdout, process.env) ? styleCard(text) : text}\n`);
    });
}

/** What is told of a check. */
export type ExplainedCheck = Pick<Check, 'name' | 'defaultSeverity' | 'summary'>;

/** Write the checks with how much they weigh and what they find, each on a line. */
export function listOf(checks: readonly ExplainedCheck[]): string {
  const columns = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const names = columns(checks.map(({ name }) => name));
  const weights = columns(checks.map(({ defaultSeverity }) => defaultSeverity));
  return checks
    .map(
      ({ name, defaultSeverity, summary }) => `${name.padEnd(names)}  ${defaultSeverity.padEnd(weights)}  ${summary}\n`,
    )
    .join('');
}

/** Write the page of a check as plain text; what the check says of itself where a build has no pages. */
export async function explanationOf(check: ExplainedCheck, folder?: string): Promise<string> {
  const { readCheckPage } = await import('./checkPages');
  const { plainText } = await import('../terminology/card');
  const { name, defaultSeverity, summary } = check;
  return plainText(readCheckPage(name, folder) ?? `# ${name}\n\n${summary}\n\nDefault: ${defaultSeverity}`);
}

async function unknownName(name: string, checks: readonly ExplainedCheck[]): Promise<string> {
  const { suggestionFor } = await import('../formats/records/suggestion');
  const { inertMessage } = await import('./formats/inertText');
  const meant = suggestionFor(
    name,
    checks.map((check) => check.name),
    new Map(),
  );
  const question = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return `error: there is no check '${inertMessage(name)}'.${question}`;
}
