import { glossaryLens } from './workbench';

/** Load every test file; mocha must have been set up before. */
export async function loadTests(): Promise<void> {
  before('Glossary Lens is there', () => void glossaryLens());
  await import('./activation.test');
  await import('./hover.test');
  await import('./documents.test');
  await import('./definition.test');
  await import('./conceptPage.test');
  await import('./workspaceGlossary.test');
  await import('./findings.test');
  await import('./extensionGlossary.test');
  await import('./sources.test');
  await import('./import.test');
}
