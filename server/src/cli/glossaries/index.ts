import { UsageError } from '../check/usageError';
import { type ExportOptions, exportGlossaries } from './exportRun';
import { type ImportOptions, importGlossaries } from './importRun';
import { type ValidateOptions, validateGlossaries } from './validateRun';

export { formatIds } from './readFiles';

/**
 * Carry out `import`. Gives the exit code, or in plain words why the command cannot be carried out: an error of a class of ours
 * would be another class to who calls, as this is a file of its own in what is built.
 */
export async function runImport(options: ImportOptions): Promise<number | string> {
  return outcomeOf(importGlossaries(options));
}

/** Carry out `export`; see `runImport`. */
export async function runExport(options: ExportOptions): Promise<number | string> {
  return outcomeOf(exportGlossaries(options));
}

/** Carry out `validate`; see `runImport`. */
export async function runValidate(options: ValidateOptions): Promise<number | string> {
  return outcomeOf(validateGlossaries(options));
}

async function outcomeOf(run: Promise<number>): Promise<number | string> {
  try {
    return await run;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}
