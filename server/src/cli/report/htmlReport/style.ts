/** The look of the page: letters of the machine, light or dark as it is set, one column on a narrow screen, ink spared on paper. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f4f6fb; --card: #ffffff; --line: #dfe3ee; --ink: #161a2b; --soft: #525a75;
  --accent: #2f54d0; --accent-ink: #2446b4; --rail: #e6eaf6; --warn: #a1440b;
  --shade-1: #2f54d0; --shade-1-ink: #ffffff; --shade-2: #4a6bdc; --shade-2-ink: #ffffff;
  --shade-3: #b9c8f6; --shade-3-ink: #14235c; --shade-4: #dde5fb; --shade-4-ink: #14235c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0e1120; --card: #171b2d; --line: #2a3050; --ink: #e9ecf8; --soft: #a4adca;
    --accent: #7f9cff; --accent-ink: #a9bcff; --rail: #262c48; --warn: #ffb37a;
    --shade-1: #7f9cff; --shade-1-ink: #0b1236; --shade-2: #5f7fe8; --shade-2-ink: #050a20;
    --shade-3: #33437f; --shade-3-ink: #eef1ff; --shade-4: #252f58; --shade-4-ink: #e2e7fb;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
}
main, header, footer { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 44px; padding-bottom: 8px; }
h1 { margin: 0; font-size: 34px; line-height: 1.2; letter-spacing: -0.02em; overflow-wrap: anywhere; }
header p { margin: 6px 0 0; color: var(--soft); }
h2 { margin: 0 0 4px; font-size: 20px; letter-spacing: -0.01em; }
h2 + p { margin: 0 0 18px; color: var(--soft); max-width: 90ch; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 24px; margin: 20px 0; min-width: 0; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; margin: 20px 0; }
.pair > section { margin: 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 14px; margin: 22px 0; padding: 0; }
.figures > div { display: flex; flex-direction: column; background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 16px 18px; }
.figures dt { order: 2; font-weight: 600; font-size: 15px; }
.figures dd { margin: 0; }
.figures .figure { order: 1; font-size: 32px; line-height: 1.25; font-weight: 700; letter-spacing: -0.02em; color: var(--accent-ink); }
.figures .note { order: 3; color: var(--soft); font-size: 14px; }
.figures .wanting .figure { color: var(--warn); }
.chart { display: block; overflow: visible; }
.chart text { fill: var(--ink); font-size: 14px; }
.chart .value, .chart .axis, .chart .note { fill: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; }
.chart .note { fill: var(--warn); }
.bar { fill: var(--accent); }
.rail { fill: var(--rail); }
.floor { stroke: var(--line); }
.median { stroke: var(--warn); stroke-width: 1.5; stroke-dasharray: 4 4; }
.field { stroke: var(--card); stroke-width: 2; }
.treemap { border-radius: 10px; overflow: hidden; }
.treemap .field-name { font-weight: 600; }
.treemap .field-note { font-size: 13px; }
.shade-1 { fill: var(--shade-1); } .shade-1 ~ g text { fill: var(--shade-1-ink); }
.shade-2 { fill: var(--shade-2); } .shade-2 ~ g text { fill: var(--shade-2-ink); }
.shade-3 { fill: var(--shade-3); } .shade-3 ~ g text { fill: var(--shade-3-ink); }
.shade-4 { fill: var(--shade-4); } .shade-4 ~ g text { fill: var(--shade-4-ink); }
a { color: var(--accent-ink); font-weight: 600; text-decoration: none; }
a:hover { text-decoration: underline; }
.link { margin: 18px 0 0; }
details { margin-top: 18px; }
summary { cursor: pointer; color: var(--accent-ink); font-weight: 600; width: fit-content; }
details[open] > summary { margin-bottom: 14px; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 15px; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: left; vertical-align: top; padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); font-weight: 400; overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--soft); font-size: 13px; font-weight: 600; vertical-align: bottom; white-space: nowrap; overflow-wrap: normal; }
tbody th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
span.path { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13px; line-height: 1.6; font-weight: 400; color: var(--soft); }
th.path, td.path { min-width: 20ch; }
.meter { display: block; margin-top: 4px; min-width: 64px; }
thead button { all: unset; cursor: pointer; }
th:not(.number) > button::after, .number > button::before { content: "\\2195"; opacity: .45; }
[aria-sort="ascending"]:not(.number) > button::after, .number[aria-sort="ascending"] > button::before { content: "\\2191"; opacity: 1; }
[aria-sort="descending"]:not(.number) > button::after, .number[aria-sort="descending"] > button::before { content: "\\2193"; opacity: 1; }
thead button::before { margin-right: .35em; }
thead button::after { margin-left: .35em; }
input[type="search"], button.all, button.copy {
  font: inherit; font-size: 14px; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 6px 12px;
}
input[type="search"] { width: min(100%, 280px); margin-bottom: 10px; }
button.all, button.copy { cursor: pointer; font-weight: 600; color: var(--accent-ink); }
button.all { margin-top: 12px; }
button.copy { float: right; margin: 8px; }
button:hover, summary:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
pre { margin: 0; padding: 16px; overflow: auto; max-height: 460px; background: var(--page); border: 1px solid var(--line); border-radius: 10px; font: 13px/1.6 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.more { color: var(--soft); margin: 10px 0 0; }
s { color: var(--warn); }
.names { display: flex; flex-wrap: wrap; gap: 8px; margin: 0; padding: 0; list-style: none; }
.names li { background: var(--page); border: 1px solid var(--line); border-radius: 999px; padding: 2px 12px; font-size: 14px; overflow-wrap: anywhere; }
h3 { margin: 18px 0 10px; font-size: 15px; }
footer { padding-top: 8px; padding-bottom: 48px; color: var(--soft); font-size: 14px; }
footer p { max-width: 80ch; }
@media (max-width: 860px) { .pair { grid-template-columns: 1fr; } }
@media (max-width: 560px) {
  main, header, footer { padding-left: 14px; padding-right: 14px; }
  header { padding-top: 28px; }
  h1 { font-size: 27px; }
  section { padding: 18px 16px; }
  .figures { grid-template-columns: 1fr 1fr; gap: 10px; }
  .figures > div { padding: 12px 14px; }
  .figures .figure { font-size: 26px; }
  table { font-size: 14px; }
  .treemap .small { display: none; }
  th, td { padding-right: 12px; }
}
@media print {
  :root { --page: #ffffff; --card: #ffffff; --line: #cfd4e2; --ink: #000000; --soft: #404660; --accent: #2f54d0; --accent-ink: #1d3a9c; --rail: #e6eaf6; --warn: #8a3a08;
    --shade-1: #2f54d0; --shade-1-ink: #ffffff; --shade-2: #4a6bdc; --shade-2-ink: #ffffff; --shade-3: #b9c8f6; --shade-3-ink: #14235c; --shade-4: #dde5fb; --shade-4-ink: #14235c; }
  body { font-size: 12px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main, header, footer { max-width: none; padding-left: 0; padding-right: 0; }
  section { border: 0; padding: 8px 0; break-inside: auto; }
  .figures > div, svg, tr, li { break-inside: avoid; }
  h2, summary { break-after: avoid; }
  input, button.all, button.copy, th > button::before, th > button::after { display: none; }
  pre { max-height: none; white-space: pre-wrap; }
}
`;
