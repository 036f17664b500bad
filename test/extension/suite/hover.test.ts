import { equal, match, noMatch, ok } from './assert';
import { cardAt, commandLinks, hover, open, positionOf } from './workbench';

describe('hover', () => {
  it('explains an abbreviation in Markdown, exactly where it stands', async () => {
    const document = await open('README.md');
    const card = await hover(document, 'K8s');
    match(card.markdown, /^#+ Kubernetes · K8s$/m, 'the heading');
    match(card.markdown, /\*koo-ber-NET-eez\*/, 'the pronunciation');
    match(card.markdown, 'Related', 'the related terms');
    equal(card.highlighted, 'K8s', 'the highlighted text');
    equal(card.range.start, positionOf(document, 'K8s').translate(0, -1), 'the start of the range');
  });

  it('explains a plural in a YAML comment, exactly where it stands', async () => {
    const document = await open('deployment.yaml');
    const card = await hover(document, 'pods', { after: '# Three' });
    match(card.markdown, /^#+ pod\b/im, 'the heading');
    equal(card.highlighted, 'pods', 'the highlighted text');
  });

  it('explains several words as one term', async () => {
    const card = await hover(await open('README.md'), 'rolling update');
    match(card.markdown, /^#+ rolling update\b/im, 'the heading');
    equal(card.highlighted, 'rolling update', 'the highlighted text');
  });

  it("explains the workspace's own term and names its glossary", async () => {
    const card = await hover(await open('README.md'), 'Launchpad');
    match(card.markdown, 'The web page where Acme', 'the definition');
    match(card.markdown, 'Acme platform', 'the source');
  });

  it('says what to use instead of a deprecated term', async () => {
    const card = await hover(await open('README.md'), 'deploy portal');
    match(card.markdown, /Launchpad/, 'the preferred term');
    match(card.markdown, 'it was switched off in spring', 'the reason');
  });

  it('trusts no command but its own', async () => {
    const card = await hover(await open('README.md'), 'K8s');
    ok(Array.isArray(card.trusted), `the card must list the commands it trusts, not ${card.trusted}`);
    equal(
      card.trusted.filter((command) => !command.startsWith('glossaryLens.')),
      [],
      'foreign commands',
    );
    const untrusted = commandLinks(card).filter(
      ({ command }) => !card.trusted || !(card.trusted as string[]).includes(command),
    );
    equal(untrusted, [], 'links that cannot be followed');
    noMatch(card.markdown, /<[a-z]/i, 'HTML');
  });

  it('stays silent where there is no term', async () => {
    const document = await open('README.md');
    await hover(document, 'K8s');
    equal(await cardAt(document, positionOf(document, 'most of it is waiting')), undefined, 'the card');
  });
});
