import { equal, match } from './assert';
import { definitionsOf, eventually, fileUri, open } from './workbench';

describe('go to definition', () => {
  it("leads to the concept's place in the workspace's glossary", async () => {
    const document = await open('README.md');
    const target = await eventually('a definition', async () => (await definitionsOf(document, 'release captain'))[0]);
    equal(target.uri.toString(), fileUri('glossary.yaml').toString(), 'the file');
    const glossary = await open('glossary.yaml');
    const record = glossary.getText().slice(glossary.offsetAt(target.range.start));
    match(record, /^\s*(?:- )?(?:id: )?release[- ]captain\b/, 'the text at the target');
  });
});
