/** What a scan of a workspace costs at least: read all documents of a folder, and find their regions and occurrences. */
import { readdirSync, readFileSync } from 'node:fs';
import { Occurrences } from '../../server/src/analysis/occurrences';
import { readPack } from '../../server/src/formats/pack';
import { languages } from '../../server/src/languages';
import { parseDocument } from '../../server/src/languages/document';
import { createTerminology } from '../../server/src/terminology/terminology';
import { SourceReader } from '../../server/src/text/source';

const [, , workspace = '.', glossary = ''] = process.argv;
const bytes = readFileSync(glossary);
const pack = { bytes, text: (start: number, end: number) => bytes.toString('utf8', start, end) };
const { vocabulary } = createTerminology([readPack(pack, 'file:///glossary.pack')]);
const reader = new SourceReader((text, target) => Buffer.from(target.buffer).write(text, 'utf16le'));

const total = { files: 0, occurrences: 0 };
const folders = [workspace];
for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) folders.push(path);
    else readDocument(path);
  }
}
console.log(JSON.stringify({ ...total, peakBytes: process.resourceUsage().maxRSS * 1024 }));

function readDocument(path: string): void {
  const language = languages.find(({ extensions }) => extensions.some((extension) => path.endsWith(extension)));
  if (language === undefined) return;
  const document = parseDocument(readFileSync(path, 'utf8'), language, reader);
  total.files++;
  total.occurrences += new Occurrences(document, vocabulary, reader).count;
}
