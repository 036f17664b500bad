import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gather } from '../../../server/src/cli/report/gather';
import type { UsageReport } from '../../../server/src/cli/report/usageReport';

/** Report on files in a folder of their own, without the shipped glossary. */
export async function reportOn(files: Readonly<Record<string, string | Uint8Array>>): Promise<UsageReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'glossary-lens-report-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return await reportOnFolder(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Report on a folder, without the shipped glossary. */
export async function reportOnFolder(folder: string, title = 'test'): Promise<UsageReport> {
  const { usage } = await gather({
    paths: ['.'],
    folder,
    glossaries: [],
    allowedHosts: [],
    shippedGlossary: undefined,
    output: undefined,
  });
  return { title, date: '2026-01-31', version: '1.2.3', ...usage };
}

/** A report on nothing, with what a test puts into it. */
export function reportWith(parts: Partial<UsageReport>): UsageReport {
  return {
    title: 'test',
    date: '2026-01-31',
    version: '1.2.3',
    documents: [],
    unreadable: [],
    glossaries: [],
    concepts: [],
    unused: [],
    categories: [],
    abbreviations: [],
    ...parts,
  };
}
