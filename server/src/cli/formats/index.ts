import { checkstyleFormat } from './checkstyle';
import type { OutputFormat } from './format';
import { githubFormat } from './github';
import { gitlabFormat } from './gitlab';
import { jsonFormat } from './json';
import { jsonlFormat } from './jsonl';
import { junitFormat } from './junit';
import { markdownFormat } from './markdown';
import { prettyFormat } from './pretty';
import { sarifFormat } from './sarif';

/** Every way to write a run of `check` out, the usual one first. A new one is a file here, a line in this list and a test. */
export const outputFormats: readonly OutputFormat[] = [
  prettyFormat,
  jsonFormat,
  jsonlFormat,
  sarifFormat,
  githubFormat,
  gitlabFormat,
  checkstyleFormat,
  junitFormat,
  markdownFormat,
];
