import { createHash } from 'node:crypto';
import { counted } from '../../formats/tally';
import type { ReportFormat } from '../reportFormat';
import type { UsageReport } from '../usageReport';
import { figures } from './figures';
import { html, verbatim } from './html';
import { script } from './script';
import { categories } from './sections/categories';
import { concepts, mostUsed } from './sections/concepts';
import { densest, density } from './sections/density';
import { glossaries, unreadable, unused } from './sections/glossaries';
import { abbreviations, avoided, inNeed } from './sections/needs';
import { style } from './style';

/** The report as one page for a browser, which needs nothing beside it and may be sent on as it is. */
export const htmlReport: ReportFormat = {
  name: 'html',
  extensions: ['.html', '.htm'],
  rows: 500,
  write: (report, rows) => `<!DOCTYPE html>\n${page(report, rows).source}\n`,
};

function page(report: UsageReport, rows: number) {
  const title = `Terminology of ${report.title}`;
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Glossary Lens ${report.version}">
<title>${title}</title>
<style>${verbatim(style)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${counted(report.documents.length, 'document')} on ${longDate(report.date)}</p>
</header>
<main>
${figures(report)}
<div class="pair">
${mostUsed(report)}
${density(report)}
</div>
${categories(report, rows)}
${inNeed(report, rows)}
${abbreviations(report, rows)}
${avoided(report, rows)}
${concepts(report, rows)}
${densest(report, rows)}
${glossaries(report, rows)}
${unused(report, rows)}
${unreadable(report, rows)}
</main>
<footer>
<p>Counted is running text: paragraphs, headings, lists, tables, quotations and comments. Names in code and keys of YAML
files are shown, but say nothing about density. Where a term has several meanings, the nearest glossary counts. Density
is the number of uses of terms in a hundred words; documents of fewer than 50 words have none.</p>
<p>Made by Glossary Lens ${report.version}.</p>
</footer>
<script>${verbatim(script)}</script>
</body>
</html>`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Write a day as people say it: `31 January 2026`. */
function longDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** Nothing is loaded, sent or run but what stands in the page itself. */
const policy = [
  "default-src 'none'",
  `style-src '${hashOf(style)}'`,
  `script-src '${hashOf(script)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}
