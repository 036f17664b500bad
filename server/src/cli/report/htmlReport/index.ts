import { createHash } from 'node:crypto';
import { counted } from '../numbers';
import type { ReportFormat } from '../reportFormat';
import type { UsageReport } from '../usageReport';
import { figures } from './figures';
import { html, verbatim } from './html';
import { script } from './script';
import * as sections from './sections';
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
<p>${counted(report.documents.length, 'document')} on ${report.date}</p>
</header>
<main>
${figures(report)}
${sections.mostUsed(report, rows)}
<div class="pair">
${sections.density(report, rows)}
${sections.categories(report, rows)}
</div>
${sections.inNeed(report, rows)}
${sections.abbreviations(report, rows)}
${sections.avoided(report, rows)}
${sections.glossaries(report, rows)}
${sections.unused(report, rows)}
${sections.unreadable(report, rows)}
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
