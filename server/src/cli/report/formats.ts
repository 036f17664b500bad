import { htmlReport } from './htmlReport';
import { jsonReport } from './jsonReport';
import { markdownReport } from './markdownReport';
import type { ReportFormat } from './reportFormat';
import { textReport } from './textReport';

/** Every format of the report. A new one is a file here, a line in this list and a test. */
export const reportFormats: readonly ReportFormat[] = [textReport, jsonReport, markdownReport, htmlReport];
