import assert from 'node:assert/strict';
import fc from 'fast-check';
import { regionsOf } from '../../server/src/languages/document';
import { markdown } from '../../server/src/languages/markdown';
import { MAX_CONTAINER_DEPTH } from '../../server/src/languages/markdown/blocks/containers';
import type { Region } from '../../server/src/languages/regions';
import { SourceReader } from '../../server/src/text/source';
import { assertSpans } from '../../server/src/text/span';

/** What is tested, a source, and what it reads: one `kind: text` for each region. */
type Row = readonly [name: string, source: string, ...read: string[]];

const HEADINGS: readonly Row[] = [
  ['ATX headings', '# One\n###### Six ##\n', 'heading: One', 'heading: Six'],
  ['seven hashes and a hash without a space are text', '####### a\n#b\n', 'prose: ####### a\n#b'],
  ['a heading without text', '#\n## ##\ntext', 'prose: text'],
  ['a hash that belongs to the heading', '# C#\n', 'heading: C#'],
  ['setext headings, of several lines', 'One\nmore\n===\n\nTwo\n---\n', 'heading: One\nmore', 'heading: Two'],
  ['an underline with blanks inside is a break', 'a\n- - -\nb', 'prose: a', 'prose: b'],
  ['a heading interrupts a paragraph', 'a\n# b\nc', 'prose: a', 'heading: b', 'prose: c'],
  ['the id of a heading', '## Pods {#what-is-a-pod}\n', 'heading: Pods'],
  ['attributes of a heading', '## Pods { .wide #pods data-x="1" } and more\n', 'heading: Pods', 'heading: and more'],
  ['inline code in a heading', '# The `kubectl` tool', 'heading: The', 'code: kubectl', 'heading: tool'],
];

const PARAGRAPHS: readonly Row[] = [
  ['a paragraph of several lines is one region', 'one\ntwo\n\nthree\n', 'prose: one\ntwo', 'prose: three'],
  ['line ends CR LF', 'one\r\ntwo\r\n\r\nthree\r\n', 'prose: one\r\ntwo', 'prose: three'],
  ['line ends CR', 'one\rtwo\r\rthree\r', 'prose: one\rtwo', 'prose: three'],
  ['U+2028 and U+0085 end no line', 'a\u2028# b\u0085c', 'prose: a\u2028# b\u0085c'],
  ['indentation of a line in a paragraph', 'one\n    two\n\t three', 'prose: one\ntwo\nthree'],
  ['hard line breaks', 'one  \ntwo\\\nthree', 'prose: one\ntwo\nthree'],
  ['a backslash at the end of a paragraph', 'one\\', 'prose: one\\'],
  ['a thematic break', 'a\n\n* * *\n___\nb', 'prose: a', 'prose: b'],
  ['nothing', ''],
  ['blank lines', ' \n\t\n\n'],
  ['a byte order mark', '\ufeff# a', 'heading: a'],
  ['characters out of place', 'a\0b \ud800 c\u{1f600}', 'prose: a\0b \ud800 c\u{1f600}'],
  ['punctuation alone is no text', '...\n\n--\n\n—', 'prose: —'],
];

const CODE: readonly Row[] = [
  ['fences', '```js\na\n\n```\nb\n~~~ `x`\nc\n~~~~\nd', 'prose: b', 'prose: d'],
  ['an unclosed fence', 'a\n```\nb\n\nc', 'prose: a'],
  ['a fence ends with its list item', '- ```\n  a\n\nb', 'prose: b'],
  ['a fence ends with its quote', '> ```\n> a\nb', 'prose: b'],
  [
    'a shorter run, an indented run and an info string close no fence',
    '````\n```\n    ````\n```` a\n````\nb',
    'prose: b',
  ],
  [
    'YAML in a fence, also in a list',
    '```yaml\nkind: Pod # a pod\n```\n- a\n  ~~~ {.yml .numbers}\n  name: The web\n  ~~~\n  b',
    'code: kind',
    'code: Pod',
    'code: a pod',
    'prose: a',
    'code: name',
    'code: The web',
    'prose: b',
  ],
  [
    'YAML in a fence, and HTML behind it',
    '```yaml\na: one two\n```\n<!-- A pod. -->\n~~~yaml\nb: c\n~~~\n<p>d</p>',
    'code: a',
    'code: one two',
    'comment: A pod.',
    'code: b',
    'code: c',
    'prose: d',
  ],
  ['YAML in a fence that nothing closes', '- ```yml\n  a: one two\nb', 'code: a', 'code: one two', 'prose: b'],
  ['YAML in a quoted fence', '> ```yaml\n> a: one two\n> ```'],
  ['other languages in fences', '```yamllint\na: one two\n```\n``` json yaml\nb\n```\n```math\nc\n```'],
  ['backticks in an info string', '``` a`b\nc', 'prose: ``` a`b\nc'],
  ['indented code', '    a\n\n\tb\n\nc\n    d', 'prose: c\nd'],
  ['indented code in a list', '- a\n\n      b\n\n  c', 'prose: a', 'prose: c'],
  ['a code span', 'run `kubectl get pods` now', 'prose: run', 'code: kubectl get pods', 'prose: now'],
  ['a code span with backticks and padding', '`` a ` b ``c', 'code: a ` b', 'prose: c'],
  ['a code span over two quoted lines', '> `a\n> b` c', 'code: a\nb', 'quotation: c'],
  ['runs of backticks that do not fit', '``a` b', 'prose: ``a` b'],
  ['many runs of backticks, one of which fits', '`a ``b `c` ``` d``', 'code: a ``b', 'prose: c` ``` d``'],
  ['no escapes in a code span', '`a\\`b', 'code: a\\', 'prose: b'],
  [
    'a code span is stronger than emphasis and links',
    '*a `b* c` [d `e](f)`',
    'prose: *a',
    'code: b* c',
    'prose: [d',
    'code: e](f)',
  ],
  ['a code span of blanks', 'a ` ` b', 'prose: a', 'prose: b'],
];

const CONTAINERS: readonly Row[] = [
  ['a quote', '> a\n>b\n\nc', 'quotation: a\nb', 'prose: c'],
  [
    'lazy lines of a quote',
    '> container\nruntimes\n> are\n\nhere',
    'quotation: container\nruntimes\nare',
    'prose: here',
  ],
  ['a quote in a quote', '> > container\n> > runtimes', 'quotation: container\nruntimes'],
  ['a heading in a quote', '> # a\n> b', 'heading: a', 'quotation: b'],
  ['a list in a quote', '> - a\n>   b\n> - c', 'quotation: a\nb', 'quotation: c'],
  ['a quote in a list', '1. > a\n   > b\n2. c', 'quotation: a\nb', 'prose: c'],
  ['an alert is a note, not a quotation', '> [!NOTE]\n> Pods\n> run\n\n> more', 'prose: Pods\nrun', 'quotation: more'],
  ['an alert with a title', '> [!tip]- The title\n> text', 'prose: The title\ntext'],
  [
    'lists',
    '- a\n- b\n\n  c\n* d\n+ e\n10. f\n11) g',
    'prose: a',
    'prose: b',
    'prose: c',
    'prose: d',
    'prose: e',
    'prose: f',
    'prose: g',
  ],
  ['a wrapped item', '- container\n  runtimes\nlazily', 'prose: container\nruntimes\nlazily'],
  ['nested lists', '- a\n  - b\n    1. c\n  - d', 'prose: a', 'prose: b', 'prose: c', 'prose: d'],
  ['a tab behind a marker', '-\ta\n\n\tb\n\n\t\tcode', 'prose: a', 'prose: b'],
  ['an item that starts with a blank line', '-\n  a\n\n-\n\n  b', 'prose: a', 'prose: b'],
  ['an item that starts with code', '-     code\n\n  a', 'prose: a'],
  [
    'a number in a paragraph starts no list',
    'It was in\n1986. A year.\n1. a',
    'prose: It was in\n1986. A year.',
    'prose: a',
  ],
  ['ten digits are no list number', '1234567890. a', 'prose: 1234567890. a'],
  [
    'tasks',
    '- [ ] open\n- [x] done\n- [y] none\n- [ ]none',
    'prose: open',
    'prose: done',
    'prose: [y] none',
    'prose: [ ]none',
  ],
  [
    'footnotes',
    'a[^1] b[^none]\n\n[^1]: The note\n    goes on\n\n    here\n\nc',
    'prose: a b[^none]',
    'prose: The note\ngoes on',
    'prose: here',
    'prose: c',
  ],
  [
    'description lists',
    'Pod\n: A group of\n  containers\n: Also a pod\n\nNode',
    'prose: Pod',
    'prose: A group of\ncontainers',
    'prose: Also a pod',
    'prose: Node',
  ],
  ['a colon in a paragraph', 'a\n:b\n::: ', 'prose: a\n:b'],
];

const LINKS: readonly Row[] = [
  ['a link', 'the [container *runtime*](/docs "title")s', 'prose: the container runtimes'],
  ['destinations', '[a](<b c>) [d](e(f)g) [h]() [i](j\n"k")', 'prose: a d h i'],
  ['no destinations', '[a](b c) [d] (e)', 'prose: [a](b c) [d] (e)'],
  ['references', '[a][ref], [Ref][], [ref]s\n\n[REF]: /url "title"\n', 'prose: a, Ref, refs'],
  ['references to nothing', '[a][b], [c][], x[d]', 'prose: [a][b], [c][], x[d]'],
  ['definitions', '[a]: b\n[c d]:\n  <e>\n  "title\n  more"\ntext', 'prose: text'],
  ['a definition in a quote holds outside', '> [a]: b\n\n[a]s', 'prose: as'],
  ['no definition', '[a]: b c\n\n[]: d\n\n[e] : f', 'prose: [a]: b c', 'prose: []: d', 'prose: [e] : f'],
  ['a definition cannot interrupt a paragraph', 'a\n[b]: c', 'prose: a\n[b]: c'],
  ['definitions with a line of a heading under them', '[a]: b\n===\n\n[c]: d\n-\n1.\n\ne', 'prose: -\n1.', 'prose: e'],
  ['a title that is none ends a definition before it', '[a]: b\n"c" d', 'prose: "c" d'],
  ['no link in a link', '[a [b](c) d](e)', 'prose: [a b d](e)'],
  ['an image', 'see ![the *big* picture](a.png "b") here', 'prose: see', 'prose: the big picture', 'prose: here'],
  ['an image in a link', '[![a](b) c](d) e', 'prose: a', 'prose: c e'],
  ['an image by reference', '![a][r] ![r]\n\n[r]: b', 'prose: a', 'prose: r'],
  ['an escaped bracket', '\\[a](b) !\\[c](d)', 'prose: [a](b) ![c](d)'],
  ['a link over quoted lines', '> [a\n> b](c\n> "d") e', 'quotation: a\nb e'],
  ['wiki links', '[[a page]] [[Pods|the **pods**]]s', 'prose: [[a page]] the podss'],
  ['no wiki links', '[[a|b] [[c|d\n]]', 'prose: [[a|b] [[c|d\n]]'],
  ['destinations with templates', '[a]({{< ref "b c" >}}) d [e](/{{ f g }}/h) i', 'prose: a d e i'],
  ['no end of a template in a destination', '[a]({{b c) d', 'prose: [a]({{b c) d'],
  ['autolinks', 'a <https://b.c/d> e <f@g.h> i <j:k l>', 'prose: a', 'prose: e', 'prose: i <j:k l>'],
  ['bare URLs', 'see https://a.b/c_d_(e)?f=g. Or (www.h.i), then', 'prose: see', 'prose: . Or (', 'prose: ), then'],
  ['bare URLs end at East Asian text', 'https://a.b/cをdする', 'prose: をdする'],
  ['a bare URL in emphasis', '**https://a.b/c** d', 'prose: d'],
  ['a bare URL as link text', '[https://a.b](c) d', 'prose: d'],
  ['e-mail', 'to a.b_c@d.org, or @me, or a@b', 'prose: to', 'prose: , or @me, or a@b'],
];

const EMPHASIS: readonly Row[] = [
  ['emphasis', 'a *b* **c** ***d*** _e_ __f__ ~~g~~ ~h~ i', 'prose: a b c d e f g h i'],
  ['emphasis inside a word', 'Kuber**net**es', 'prose: Kubernetes'],
  ['no emphasis inside of names', 'snake_case_name and 2 * 3 * 4', 'prose: snake_case_name and 2 * 3 * 4'],
  ['names that CommonMark emphasizes', '__init__ and 2*3*4', 'prose: init and 234'],
  ['marks left over', '*a **b* c', 'prose: *a *b c'],
  ['runs that do not fit', '***a**', 'prose: *a'],
  ['emphasis over lines', '> **container\n> runtimes** x', 'quotation: container\nruntimes x'],
  ['emphasis does not cross a link', '*[a*](b)', 'prose: *a*'],
  ['emphasis in another script', '日本**語**で *é* a*。b*', 'prose: 日本語で é a*。b*'],
  ['three tildes', 'a ~~~b~~~', 'prose: a ~~~b~~~'],
  ['escapes', '\\*a\\* \\_b\\_ c\\d \\\\', 'prose: *a* _b_ c\\d \\'],
];

const HTML: readonly Row[] = [
  ['inline tags', 'a <b class="x>y">c</b> d<br/>e', 'prose: a c d e'],
  ['a tag over lines', '> a <b\n> c="d\n> e">f', 'quotation: a f'],
  ['tags inside of a word', 'Kuber<b>net</b>es <a name="x"></a>pods<sup>2</sup>', 'prose: Kubernetes pods', 'prose: 2'],
  ['line breaks', 'rolling<br>update<BR />now', 'prose: rolling update now'],
  ['code', 'run <code>kubectl get</code> now', 'prose: run', 'code: kubectl get', 'prose: now'],
  ['elements that stand by themselves', 'a<div>b</div><unknown>c', 'prose: a', 'prose: b', 'prose: c'],
  ['no tags', 'a < b > c <1> <d_e> <f.g>', 'prose: a < b > c <1> <d_e> <f.g>'],
  ['components of MDX', 'a <Tabs.Item label={x}>b</Tabs.Item>', 'prose: a', 'prose: b'],
  ['comments', 'a<!-- b --> c<!--> d<!---> e <!-- f', 'prose: a c d e <!-- f'],
  ['a comment over lines', 'a <!-- b\nc -->d', 'prose: a d'],
  [
    'declarations and instructions',
    'a <?b c?> d <!E f> g <![CDATA[h]]> i',
    'prose: a',
    'prose: d',
    'prose: g',
    'prose: i',
  ],
  ['a block of comment, and what is behind it', '<!-- a\n\nb\n--> c\nd', 'prose: c', 'prose: d'],
  ['a block without blank lines', '<div>\na\n</div>\nb\n\nc', 'prose: a', 'prose: b', 'prose: c'],
  [
    'the text of a block',
    '<table><tr><th>Rolling\n  <b>update</b></th><td>of *x* `y` [z](z)<!-- no\n--> <code>c</code></td></tr>\n<h2>Pods</h2></table>',
    'prose: Rolling\nupdate',
    'prose: of *x* `y` [z](z)',
    'code: c',
    'heading: Pods',
  ],
  [
    'what is no text in a block',
    '<div>a<!-- b\n<p> c -->d<pre>e\nf</pre>g\n<script>h</script>\n<style>\ni\n</style> j</div>',
    'prose: a',
    'prose: d',
    'prose: g',
    'prose: j',
  ],
  ['a block in a quote', '> <p>rolling\n> update</p>', 'quotation: rolling\nupdate'],
  [
    'entities, URLs and templates in a block',
    '<p>a&nbsp;b https://c.d e {{ f }} g',
    'prose: a b',
    'prose: e',
    'prose: g',
  ],
  ['a block with a blank line', '<details>\n\na\n\n</details>\n\nb', 'prose: a', 'prose: b'],
  ['raw text', '<pre>\na\n\nb\n</PRE> c\nd\n<script>e</script>\nf', 'prose: c', 'prose: d', 'prose: f'],
  ['a block of any tag', '<x-y z>\na\n\nb\n<x-y>\nc', 'prose: a', 'prose: b', 'prose: c'],
  ['a block ends with its quote', '> <pre>a\nb', 'prose: b'],
  ['a comment ends with its quote', '> <!-- A\nb', 'comment: A', 'prose: b'],
  ['entities', 'a&nbsp;b &amp; c &#35; d &#x41; e & f &; g', 'prose: a b', 'prose: c', 'prose: d', 'prose: e & f &; g'],
];

const COMMENTS: readonly Row[] = [
  ['a block', '<!-- Rolling\n  update -->\na', 'comment: Rolling\nupdate', 'prose: a'],
  ['a block that interrupts a paragraph', 'a\n<!--\nA *pod*.\n-->\nb', 'prose: a', 'comment: A pod.', 'prose: b'],
  ['two in a line', '<!-- One --> a <!-- Two --> b', 'comment: One', 'prose: a', 'comment: Two', 'prose: b'],
  ['nothing', '<!-->\na\n\n<!--->b\n\n<!-- -->c', 'prose: a', 'prose: b', 'prose: c'],
  [
    'paragraphs, headings, items and rows',
    '<!--\n## The pods ##\nOne\ntwo\n\nThree\n- four\n  five\n2. six\n| a | b c |\n|---|---|\n-->\nd',
    'comment: The pods',
    'comment: One\ntwo',
    'comment: Three',
    'comment: four\nfive',
    'comment: six',
    'comment: a',
    'comment: b c',
    'prose: d',
  ],
  [
    'markup',
    '<!--\nA **rolling** update, `kubectl` of [the](/x) {{< glossary_tooltip text="pods" >}}, see https://a.b/c.\n-->',
    'comment: A rolling update,',
    'comment: kubectl',
    'comment: of the pods, see',
  ],
  ['references', '<!-- The [pods][a]. -->\n\n[a]: b', 'comment: The pods.'],
  ['code', '<!--\nRun:\n```\nno words\n```\nDone.\n-->', 'comment: Run:', 'comment: Done.'],
  ['in a list', '- a\n\n  <!--\n  The\n  first.\n  -->\n  b', 'prose: a', 'comment: The\nfirst.', 'prose: b'],
  [
    'in a quote',
    '> <!--\n> A rolling\n> update.\n>\n> Pods.\n> -->\n> b',
    'comment: A rolling\nupdate.',
    'comment: Pods.',
    'quotation: b',
  ],
  [
    'in HTML',
    '<td>a <!-- A rolling\nupdate. --> b<!-- more --> c</td>',
    'prose: a',
    'comment: A rolling\nupdate.',
    'prose: b',
    'prose: c',
  ],
  [
    'in a paragraph',
    'a *b <!-- Some *pods* `c` --> c* d',
    'prose: a b',
    'comment: Some pods',
    'comment: c',
    'prose: c d',
  ],
  [
    'in a paragraph, over lines',
    '> a <!-- Some\n> pods. --> b',
    'quotation: a',
    'comment: Some\npods.',
    'quotation: b',
  ],
  [
    'marks that pair over none of its ends',
    'a <!-- B *c [d --> e*](f)',
    'prose: a',
    'comment: B *c [d',
    'prose: e*](f)',
  ],
  ['unclosed', 'a\n\n<!-- The\n\npods', 'prose: a', 'comment: The', 'comment: pods'],
  ['of one word', '<!-- Kubernetes -->\n\n<!-- 附加组件 -->', 'comment: Kubernetes', 'comment: 附加组件'],
  ['that begin with a name', '<!-- kube-proxy runs on each node. -->', 'comment: kube-proxy runs on each node.'],
  ['notes', '<!-- TODO: explain pods -->', 'comment: TODO: explain pods'],
  ['for tools, of one word', '<!--more-->\n<!-- prettier-ignore -->\n<!-- ALL-LIST:START -->\n<!--\nsteps\n-->'],
  ['for tools, of few words', '<!-- vale off -->\n<!-- vale Google.We = NO -->\n<!-- omit in toc -->'],
  ['for tools, with arguments', '<!-- markdownlint-disable MD013 MD033 MD034 MD041 -->\n<!-- cspell:ignore a b. -->'],
  ['data', '<!--\ntitle: Pod\nsummary: >\n  A pod runs.\n\nid: pod\n-->\na', 'prose: a'],
  ['for tools, in a paragraph', 'rolling <!-- vale off -->update', 'prose: rolling update'],
];

const TABLES: readonly Row[] = [
  [
    'a table',
    '| a | b c |\n|---|:-:|\n| d | *e* |\n| f |\n\ng',
    'prose: a',
    'prose: b c',
    'prose: d',
    'prose: e',
    'prose: f',
    'prose: g',
  ],
  [
    'a table without pipes at its edges',
    'a | b\n--|--\nc | d\ne',
    'prose: a',
    'prose: b',
    'prose: c',
    'prose: d',
    'prose: e',
  ],
  ['empty cells', '| a | |\n|-|-|\n| | b |\n||', 'prose: a', 'prose: b'],
  ['escaped pipes', '| a \\| b |\n|-|\n| `c \\| d` |', 'prose: a | b', 'code: c \\| d'],
  ['a table behind a paragraph', 'x\na | b\n-|-\nc', 'prose: x', 'prose: a', 'prose: b', 'prose: c'],
  ['a block ends a table', '|a|\n|-|\n|b|\n# c\n', 'prose: a', 'prose: b', 'heading: c'],
  ['columns that do not fit', '| a |\n|-|-|', 'prose: | a |\n|-|-|'],
  ['a table in a quote', '> |a|\n> |-|\n> |b|\nc', 'quotation: a', 'quotation: b', 'prose: c'],
];

const FRONT_MATTER: readonly Row[] = [
  [
    'YAML',
    '---\ntitle: Pods and nodes # here\nkind: Pod\n---\n# b',
    'prose: Pods and nodes',
    'comment: here',
    'identifier: Pod',
    'heading: b',
  ],
  ['TOML', '+++\ntitle = "a"\n+++\nb', 'prose: b'],
  ['with CR LF and a byte order mark', '\ufeff---\r\ntitle: one two\r\n---\r\nb', 'prose: one two', 'prose: b'],
  ['to the end', '---\na: one two\n---', 'prose: one two'],
  ['unclosed', '---\na: b\n', 'prose: a: b'],
  ['not at the start', 'a\n\n---\nb: c\n---\n', 'prose: a', 'heading: b: c'],
];

const EXTENSIONS: readonly Row[] = [
  [
    'the text of a tooltip of Hugo',
    'each {{< glossary_tooltip text="rolling" term_id="x" >}} update of {{<glossary_tooltip text=\'pods\'>}}s',
    'prose: each rolling update of podss',
  ],
  ['parameters of Hugo', '{{< note title="a" >}}\nb\n{{< /note >}}', 'prose: b'],
  ['shortcodes of Hugo', '{{< note >}}\nA {{% b "c" %}} d\n{{< /note >}}', 'prose: A', 'prose: d'],
  ['a shortcode over lines', 'a {{< b\nc="d" >}} e', 'prose: a', 'prose: e'],
  ['templates of Liquid', 'a {{ b.c | d }} e {% if f %} g {# h #} i', 'prose: a', 'prose: e', 'prose: g', 'prose: i'],
  ['unclosed templates', 'a {{ b {% c { d', 'prose: a {{ b {% c { d'],
  [
    'templates with code inside',
    '{{< highlight go >}}\na\n\nb\n{{< /highlight >}}\nc\n{% highlight js %}\nd\n{% endhighlight %}\ne',
    'prose: c',
    'prose: e',
  ],
  ['an unclosed template with code inside', '{{< mermaid >}}\na', 'prose: a'],
  ['formulas', 'a $x^2$ b $$yz$$ c $x + y = z$ d $$ y^z $$', 'prose: a', 'prose: b', 'prose: c', 'prose: d'],
  [
    'money and variables',
    'from $5 to $10, $HOME/$USER, 5$ and $ x$, $$ is $ and "$$(A)" is $(A)',
    'prose: from $5 to $10, $HOME/$USER, 5$ and $ x$, $$ is $ and "$$(A)" is $(A)',
  ],
  ['a block of formula', 'a\n$$\n- b\n+ c\n$$\nd', 'prose: a', 'prose: d'],
  [
    'formulas in brackets',
    'a \\(x^2\\) b \\[\\sum x\\] c \\(d\\) \\[e_f\\]',
    'prose: a',
    'prose: b',
    'prose: c (d) [e_f]',
  ],
  ['an unclosed block of formula', '$$\na\n\nb $$ c', 'prose: $$\na', 'prose: b $$ c'],
  [
    'directives',
    ':::note\na\n:::\n:::tip[The *title*]{.x}\n::: {.warning}\n:::caution Mind\nb\n:::',
    'prose: a',
    'prose: The title',
    'prose: Mind',
    'prose: b',
  ],
  [
    'admonitions',
    '!!! note "The title"\n    a\n\n    b\n\n        code\n\nc\n\n??? tip\n    d',
    'prose: The title',
    'prose: a',
    'prose: b',
    'prose: c',
    'prose: d',
  ],
  [
    'directives of MyST',
    '````{note} The title\n:class: x\n\nA *b*\n```yaml\nc: d e\n```\n````\nf\n```{code-block} go\ng\n```',
    'prose: The title',
    'prose: A b',
    'code: c',
    'code: d e',
    'prose: f',
  ],
  [
    'an abbreviation',
    '*[HTML]: HyperText Markup Language\n*[a] b',
    'prose: HTML',
    'prose: HyperText Markup Language',
    'prose: *[a] b',
  ],
  ['tabs', '=== "Go"\n\n    a\n', 'prose: Go', 'prose: a'],
  ['exclamation', '!!! Never.', 'prose: !!! Never.'],
  ['modules of MDX', 'import A from "a";\nexport const b = 1\n\nc {/* d */} e', 'prose: c', 'prose: e'],
  [
    'expressions of MDX',
    'import A from "a";\n\na{" "}b {props.c} d <Note b={{ c: "d > e" }}>f</Note>\n\n{g}',
    'prose: a b',
    'prose: d',
    'prose: f',
  ],
  ['braces in Markdown', 'a {b} c', 'prose: a {b} c'],
  [
    'sentences on imports',
    'import things from abroad\n\nexport them again',
    'prose: import things from abroad',
    'prose: export them again',
  ],
];

const TABLE = {
  HEADINGS,
  PARAGRAPHS,
  CODE,
  CONTAINERS,
  LINKS,
  EMPHASIS,
  HTML,
  COMMENTS,
  TABLES,
  FRONT_MATTER,
  EXTENSIONS,
};

describe('Markdown regions', () => {
  for (const [group, rows] of Object.entries(TABLE)) {
    describe(group.toLowerCase().replace('_', ' '), () => {
      for (const [name, source, ...read] of rows) {
        it(name, () => assert.deepEqual(readOf(source), read));
      }
    });
  }

  it('has what a reader does not read outside of the spans, and a line end inside', () => {
    assert.deepEqual(spansOf('> a **rolling**\n> update'), [['a ', 'rolling', '\n', 'update']]);
    assert.deepEqual(spansOf('container\nruntimes'), [['container\nruntimes']]);
    assert.deepEqual(spansOf('- the [pod](/x)s  \n  run'), [['the ', 'pod', 's  \n  run']]);
  });

  it('reads containers nested too deep as text', () => {
    const quotes = (depth: number) => `${'> '.repeat(depth)}a`;
    assert.deepEqual(readOf(quotes(MAX_CONTAINER_DEPTH)), ['quotation: a']);
    assert.deepEqual(readOf(quotes(MAX_CONTAINER_DEPTH + 1)), ['quotation: > a']);
  });

  it('gives spans in order, inside of the text, for any text', () => {
    const fragment = fc.oneof(
      fc.constantFrom(...FRAGMENTS),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('a', 'b c', '\n', '\n\n', ' '),
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => {
        checkedRegions(fragments.join(''));
      }),
      { numRuns: 2000 },
    );
  });
});

const FRAGMENTS = (
  '# |## |\n===\n|\n---\n|***|> |>|- |+ |1. |10) |* |    |\t|```|~~~|`|``|*|**|_|__|~|~~|[|]|![|](|)|][|]: |[a]|[a]: b\n|[^a]|[^a]: |' +
  '(b "c")|<|>|<b |</b>|<div>\n|<!--|-->|<?|?>|<![CDATA[|]]>|<!A|<pre>|</pre>|<a@b.c>|<x:y>|http://|www.|a@b.cd|&amp;|&|;|\\|\r|\r\n|' +
  '{{<|>}}|{{%|%}}|{{|}}|{%|%}|{#|}|{{< comment >}}\n|{{< /comment >}}|$|$$|$$\n|:::|::: a\n|: |!!! a\n|[!NOTE]\n|[ ] |---\n|+++\n|\ufeff|\0|\ud800|\udc00|é|漢'
)
  .split('|')
  .concat('|', '|a|b|\n|-|-|\n');

/** Read the regions: as a reader does, indentation and blanks at a line's end are not seen, and an empty span is a space. */
function readOf(source: string): string[] {
  return checkedRegions(source).map((region) => {
    const text = pieces(source, region)
      .map((piece) => (piece === '' ? ' ' : piece))
      .join('');
    return `${region.kind}: ${text.replace(/[ \t]*(\r\n|\n|\r)[ \t]*/gu, '$1')}`;
  });
}

function spansOf(source: string): string[][] {
  return checkedRegions(source).map((region) => pieces(source, region));
}

/** Find the regions, and assert what holds for any text. */
function checkedRegions(source: string): readonly Region[] {
  const regions = regionsOf(source, markdown, new SourceReader());
  const spans = regions.flatMap((region) => region.spans);
  assertSpans(
    spans.filter(({ start, end }) => start < end),
    source.length,
  );
  for (const { spans } of regions) {
    const [first] = spans;
    const last = spans.at(-1) ?? first;
    assert.ok(first.start < first.end && last.start < last.end);
    assert.doesNotMatch(source.charAt(first.start), /[ \t-\r]/u);
    assert.doesNotMatch(source.charAt(last.end - 1), /[ \t-\r]/u);
  }
  return regions;
}

function pieces(source: string, { spans }: Region): string[] {
  return spans.map(({ start, end }) => source.slice(start, end));
}
