import { Argument, type Command } from 'commander';
import type { CheckTraits } from '../analysis/checks/check';

/** Add `explain`: what a check finds and why, in the terminal. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('Explain a check, or list all checks.')
    .addArgument(
      new Argument('[check]', 'the name of the check, as findings show it; all checks are listed without it'),
    )
    .showHelpAfterError('Run `glossary-lens explain` to see all checks.')
    .action(async (name: string | undefined, _options: object, command: Command) => {
      const { configurableChecks } = await import('../analysis/checkList');
      const { isStyled, styleCard, widthOf, wrap } = await import('./terminal');
      if (name === undefined) {
        process.stdout.write(listOf(configurableChecks));
        return;
      }
      const check = configurableChecks.find((one) => one.name === name);
      if (check === undefined) command.error(await unknownName(name, configurableChecks), { exitCode: 2 });
      const text = wrap(await explanationOf(check), widthOf(process.stdout));
      process.stdout.write(`${isStyled(process.stdout, process.env) ? styleCard(text) : text}\n`);
    });
}

/** Write the checks with how much they weigh and what they find, each on a line. */
export function listOf(checks: readonly CheckTraits[]): string {
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
export async function explanationOf(check: CheckTraits, folder?: string): Promise<string> {
  const { readCheckPage } = await import('./checkPages');
  const { plainText } = await import('../terminology/card');
  const { name, defaultSeverity, summary } = check;
  const page = readCheckPage(name, folder) ?? `# ${name}\n\n${summary}\n\nDefault: ${defaultSeverity}`;
  const parts = partsOf(page).map(({ heading, body }) => {
    const title = plainText(heading);
    return `${title}\n${'-'.repeat(title.length)}\n\n${plainText(body)}`.trimEnd();
  });
  return parts.join('\n\n');
}

interface PagePart {
  readonly heading: string;
  readonly body: string;
}

/** Take a page apart at its headings; examples, which may have headings of their own, stand in fences. */
function partsOf(page: string): readonly PagePart[] {
  const parts: { heading: string; body: string }[] = [];
  let fence = '';
  for (const line of page.split('\n')) {
    const mark = /^`{3,}/.exec(line)?.[0] ?? '';
    if (fence === '') fence = mark;
    else if (line.trimEnd() === fence) fence = '';
    const heading = fence === '' ? /^#{1,6} (.+)$/.exec(line)?.[1] : undefined;
    const current = parts.at(-1);
    if (heading !== undefined) parts.push({ heading, body: '' });
    else if (current !== undefined) current.body += `${line}\n`;
  }
  return parts;
}

async function unknownName(name: string, checks: readonly CheckTraits[]): Promise<string> {
  const { suggestionFor } = await import('../text/suggestion');
  const { inertMessage } = await import('./formats/inertText');
  const meant = suggestionFor(
    name,
    checks.map((check) => check.name),
    new Map(),
  );
  const question = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return `error: there is no check '${inertMessage(name)}'.${question}`;
}
