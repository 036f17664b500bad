// Documents that are long, unfinished, or in another script.
import type { TextDocument } from 'vscode';
import { equal } from './assert';
import { edit, hover, open } from './workbench';

describe('documents of all kinds', () => {
  it('explains a term in a page of a million characters, before and after an edit', async () => {
    const document = await open('docs/every-release.md');
    await explains(document, 'load balancer', 'Week 1300');
    await edit(document, 'Week 1300', 'Week 1300 of many');
    await explains(document, 'load balancer', 'Week 1300');
    await explains(document, 'release captain', 'Week 2');
  });

  it('explains terms in a Helm template, which is no YAML', async () => {
    const document = await open('chart/templates/deployment.yaml');
    await explains(document, 'rolling update');
    await explains(document, 'load balancer');
    await explains(document, 'Deployment', 'kind');
  });

  it('explains terms in Japanese, without spaces and in half width', async () => {
    const document = await open('docs/ja/README.md');
    await explains(document, 'Pod', 'サービスの');
    await explains(document, '名前空間');
    await explains(document, 'ｺﾝﾄﾛｰﾗｰ');
  });

  it('explains terms in Arabic, from right to left', async () => {
    const document = await open('docs/ar/README.md');
    await explains(document, 'موازن الأحمال');
    await explains(document, 'الحاوية');
  });
});

async function explains(document: TextDocument, term: string, after = ''): Promise<void> {
  const { highlighted } = await hover(document, term, { after });
  equal(highlighted, term, 'the highlighted text');
}
