import { commands } from 'vscode';
import { equal, ok } from './assert';
import { say } from './report';
import { eventually, glossaryLens, open } from './workbench';

describe('activation', () => {
  it('activates when a Markdown file opens, and says how long that took', async () => {
    const start = performance.now();
    await open('README.md');
    await eventually('activation', () => glossaryLens().isActive || undefined);
    const { activationTime } = glossaryLens().exports;
    say(
      `    active ${Math.round(performance.now() - start)} ms after the file was opened; ${activationTime.toFixed(1)} ms of that are the extension's`,
    );
  });

  it('offers every command of its manifest', async () => {
    const declared: readonly { command: string }[] = glossaryLens().packageJSON.contributes?.commands ?? [];
    const present = await commands.getCommands(true);
    ok(declared.length > 0, 'the manifest declares no command');
    equal(
      declared.map(({ command }) => command).filter((command) => !present.includes(command)),
      [],
      'missing commands',
    );
  });
});
