import assert from 'node:assert/strict';
import fc from 'fast-check';
import { regionsOf } from '../../server/src/languages/document';
import { type Region, RegionWriter, unpackRegions } from '../../server/src/languages/regions';
import { readYaml, yaml } from '../../server/src/languages/yaml';
import { SourceReader } from '../../server/src/text/source';
import { assertSpans, type Span } from '../../server/src/text/span';
import { anyYaml } from './yaml.arbitraries';

/** What is read, one string per region: its kind and its text, its spans joined, line ends shown as `⏎`. */
function read(source: string, regions: readonly Region[] = regionsOf(source, yaml, new SourceReader())): string[] {
  return regions.map(({ kind, spans }) => {
    const text = spans.map(({ start, end }) => source.slice(start, end)).join('');
    return `${kind}: ${text.replaceAll(/\r\n|\r|\n/g, '⏎')}`;
  });
}

type Row = readonly [name: string, source: string, expected: readonly string[]];

function rows(title: string, table: readonly Row[]): void {
  describe(title, () => {
    for (const [name, source, expected] of table) {
      it(name, () => {
        const regions = regionsOf(source, yaml, new SourceReader());
        assertRegions(regions, source);
        assert.deepEqual(read(source, regions), expected);
      });
    }
  });
}

function assertRegions(regions: readonly Region[], source: string): void {
  let previous = -1;
  for (const { spans } of regions) {
    assertSpans(spans, source.length);
    assert.ok(spans[0].start > previous, 'regions are in source order');
    previous = spans[0].start;
  }
}

describe('yaml', () => {
  rows('reads comments', [
    ['a comment of its own line', '# Our cluster\n', ['comment: Our cluster']],
    ['a comment behind a value', 'replicas: 3 # one per zone\n', ['key: replicas', 'comment: one per zone']],
    [
      'a comment behind a key',
      'spec: # the wish\n  a: b\n',
      ['key: spec', 'comment: the wish', 'key: a', 'identifier: b'],
    ],
    ['no comment without white space before', 'channel: a#b\n', ['key: channel', 'identifier: a#b']],
    [
      'lines at one column as one text',
      '# drains the load\n# balancer first\n',
      ['comment: drains the load⏎balancer first'],
    ],
    [
      'lines at one column, indented',
      'a:\n  # a rolling\n  # update\n  b: c\n',
      ['key: a', 'comment: a rolling⏎update', 'key: b', 'identifier: c'],
    ],
    [
      'a line that goes on below a value',
      'a: b   # the load\n       # balancer\n',
      ['key: a', 'identifier: b', 'comment: the load⏎balancer'],
    ],
    ['lines at two columns apart', '# the load\n  # balancer\n', ['comment: the load', 'comment: balancer']],
    [
      'comments behind values apart',
      'a: b # load\nc: d # balancer\n',
      ['key: a', 'identifier: b', 'comment: load', 'key: c', 'identifier: d', 'comment: balancer'],
    ],
    ['paragraphs of a comment apart', '# the load\n#\n# balancer\n', ['comment: the load', 'comment: balancer']],
    [
      'list items in a comment apart',
      '# - the load\n# - balancer\n# 2. pod\n',
      ['comment: - the load', 'comment: - balancer', 'comment: 2. pod'],
    ],
    [
      'YAML that is commented out',
      '# kind: Pod\n# security: none\n',
      ['comment: kind: Pod', 'comment: security: none'],
    ],
    ['several number signs', '## Scaling\n### more\n', ['comment: Scaling⏎more']],
    ['no rules of punctuation', '# =====\n# Pods\n# -----\n#####\n', ['comment: Pods']],
    ['no box drawing', '# ─────── ═══\n# Pods\n', ['comment: Pods']],
    [
      'no modelines',
      '# yaml-language-server: $schema=./deploy.json\n# vim: set ft=yaml :\nkind: Pod\n',
      ['key: kind', 'identifier: Pod'],
    ],
    ['no shebangs', '#!/usr/bin/env ansible-playbook\n- hosts: all\n', ['key: hosts', 'identifier: all']],
    ['no references in them', '# see https://example.com/a for the pods\n', ['comment: see', 'comment: for the pods']],
    [
      'CR LF inside of a text',
      '# the load\r\n# balancer\r\nkind: Pod\r\n',
      ['comment: the load⏎balancer', 'key: kind', 'identifier: Pod'],
    ],
  ]);

  rows('reads keys', [
    ['plain keys', 'kind: Pod\n', ['key: kind', 'identifier: Pod']],
    ['quoted keys', '"kind": Pod\n\'name\' : web\n', ['key: kind', 'identifier: Pod', 'key: name', 'identifier: web']],
    ['keys of several words', 'load balancer: yes\n', ['key: load balancer']],
    ['keys without a value', 'metadata:\n', ['key: metadata']],
    [
      'keys in a sequence',
      '- name: web\n  role: pod\n',
      ['key: name', 'identifier: web', 'key: role', 'identifier: pod'],
    ],
    ['keys with an anchor and a tag', '&a !!str kind: &b !t Pod\n', ['key: kind', 'identifier: Pod']],
    [
      'keys in flow maps',
      '{kind: Pod, "name": web, a: {b: c}}\n',
      ['key: kind', 'identifier: Pod', 'key: name', 'identifier: web', 'key: a', 'key: b', 'identifier: c'],
    ],
    ['complex keys', '? load balancer\n: - web\n', ['key: load balancer', 'identifier: web']],
    ['no label names', 'app.kubernetes.io/name: web\nprometheus.io/scrape: "true"\n', ['identifier: web']],
    [
      'no routes and globs',
      '/pods/{id}:\n  get: pod\n"*.js": eslint\n',
      ['key: get', 'identifier: pod', 'identifier: eslint'],
    ],
    ['no numbers', '8080: web\n', ['identifier: web']],
    ['a colon inside of a word is no mark', 'a:b: c:d\n', ['key: a:b', 'identifier: c:d']],
  ]);

  rows('reads plain values', [
    ['one word', 'strategy: RollingUpdate\n', ['key: strategy', 'identifier: RollingUpdate']],
    ['several words', 'title: a rolling update\n', ['key: title', 'prose: a rolling update']],
    [
      'several lines',
      'about: a rolling\n  update of\n  pods\nkind: x\n',
      ['key: about', 'prose: a rolling⏎update of⏎pods', 'key: kind', 'identifier: x'],
    ],
    [
      'a value below its key',
      'about:\n  a rolling\n  update\nkind: x\n',
      ['key: about', 'prose: a rolling⏎update', 'key: kind', 'identifier: x'],
    ],
    ['paragraphs apart', 'about: the load\n\n  balancer\n', ['key: about', 'prose: the load', 'prose: balancer']],
    [
      'list items',
      '- load balancer\n- pod\n-\n  node\n',
      ['prose: load balancer', 'identifier: pod', 'identifier: node'],
    ],
    [
      'items of an item',
      '- - load\n  - - balancer\n- pod\n',
      ['identifier: load', 'identifier: balancer', 'identifier: pod'],
    ],
    [
      'an item of several lines',
      'a:\n- the load\n  balancer\n- pod\n',
      ['key: a', 'prose: the load⏎balancer', 'identifier: pod'],
    ],
    ['a document that is a scalar', 'the load\nbalancer\n', ['prose: the load⏎balancer']],
    ['a second colon', 'title: pods: a guide\n', ['key: title', 'prose: pods: a guide']],
    [
      'CJK sentences as prose, CJK words as identifiers',
      'a: 名前空間\nb: 集群中的每个节点都有它。\n',
      ['key: a', 'identifier: 名前空間', 'key: b', 'prose: 集群中的每个节点都有它。'],
    ],
    [
      'a word beside CJK',
      'a: 请参阅官方网站https://example.com/docs的Pod说明文档\n',
      ['key: a', 'prose: 请参阅官方网站', 'prose: 的Pod说明文档'],
    ],
  ]);

  rows('leaves out data', [
    ['numbers', 'a: 3\nb: -1.5\nc: 1e9\nd: 0x1F\ne: .inf\nf: 1_000\ng: 50%\n', keys('abcdefg')],
    ['quantities', 'a: 500m\nb: 2Gi\nc: 30s\nd: 1h30m\ne: 10MiB\n', keys('abcde')],
    ['booleans and null', 'a: true\nb: No\nc: null\nd: ~\ne: "on"\nf:\n', keys('abcdef')],
    ['dates and times', 'a: 2024-02-29\nb: 2024-02-29T10:00:00Z\nc: 10:30\n', keys('abc')],
    ['versions', 'a: 1.25.3\nb: v2\nc: v1beta1\nd: 1.0.0-rc.1\ne: ^3.2\nf: ">=1.20"\n', keys('abcdef')],
    [
      'words with digits are words',
      'a: k8s\nb: s3\nc: 3scale\n',
      ['key: a', 'identifier: k8s', 'key: b', 'identifier: s3', 'key: c', 'identifier: 3scale'],
    ],
    ['numbers stay inside of prose', 'a: uses OAuth 2.0 and 3 pods\n', ['key: a', 'prose: uses OAuth 2.0 and 3 pods']],
  ]);

  rows('leaves out references', [
    [
      'paths',
      "a: /var/lib/x\nb: ./x\nc: ../x.sh\nd: ~/x\ne: 'C:\\data'\nf: src/main/java\ng: charts/\nh: docs/readme.md\n",
      keys('abcdefgh'),
    ],
    ['globs', "a: '*.ts'\nb: src/*\nc: feature-*\n", keys('abc')],
    [
      'URLs and addresses',
      'a: https://example.com/pod\nb: me@example.com\nc: mailto:me@example.com\nd: localhost:8080\n',
      keys('abcd'),
    ],
    [
      'image references',
      'a: nginx:1.25\nb: ghcr.io/org/app:tag\nc: app@sha256:0f3a\nd: org/app:edge\ne: redis:latest\nimage: nginx\n',
      [...keys('abcde'), 'key: image'],
    ],
    [
      'hashes',
      'a: 0f3a9c1e\nb: 3f2b8c1d-9a4e-4b6f-8c2d-1e5f7a9b0c3d\nc: sha256:abc\nd: aGVsbG8gd29ybGQgYWdhaW4=\n',
      keys('abcd'),
    ],
    ['base64 of any length', 'a: cGFzc3dvcmQ=\nb: dXNlcg==\nc: MODE=pod\n', [...keys('abc'), 'identifier: MODE=pod']],
    ['volumes', 'a: data:/var\nb: .:/code\n', keys('ab')],
    ['what a template leaves of a path', 'a: "{{ .x }}/metrics"\n', keys('a')],
    ['names below a domain', 'helm.sh/hook: pod\n', ['identifier: pod']],
    ['groups and versions', 'apiVersion: apps/v1\n', ['key: apiVersion']],
    [
      'domain and dotted names',
      'a: example.com\nb: web.default.svc.cluster.local\nc: spec.template.spec\n',
      keys('abc'),
    ],
    ['actions', '- uses: actions/checkout@v4\n', ['key: uses']],
    [
      'what looks alike is read',
      'a: CI/CD\nb: Node.js\nc: .NET\nd: C++\ne: HTTP/1.1\nf: values.yaml\n',
      [
        'key: a',
        'identifier: CI/CD',
        'key: b',
        'identifier: Node.js',
        'key: c',
        'identifier: .NET',
        'key: d',
        'identifier: C++',
        'key: e',
        'identifier: HTTP/1.1',
        'key: f',
        'identifier: values.yaml',
      ],
    ],
    [
      'references inside of prose part it',
      'a: mount /data into pods from nginx:1.25, or ask (ops@example.com) first\n',
      ['key: a', 'prose: mount', 'prose: into pods from', 'prose: or ask', 'prose: first'],
    ],
    [
      'the text of a Markdown link is read',
      'a: see [the pods](https://example.com) there\n',
      ['key: a', 'prose: see [the pods', 'prose: there'],
    ],
    [
      'anchors, aliases and tags',
      'a: &pod web\nb: *pod\nc: !Ref node\n<<: *pod\nd: !!str\n*x : y\n',
      ['key: a', 'identifier: web', 'key: b', 'key: c', 'identifier: node', 'key: d', 'identifier: y'],
    ],
  ]);

  rows('reads quoted values', [
    ['one word', 'a: "Pod"\nb: \'Pod\'\n', ['key: a', 'identifier: Pod', 'key: b', 'identifier: Pod']],
    ['several words', 'a: "the pod: # one"\n', ['key: a', 'prose: the pod: # one']],
    [
      'several lines',
      'a: "the load\n  balancer"\nb: \'the load\n\n  balancer\'\n',
      ['key: a', 'prose: the load⏎balancer', 'key: b', 'prose: the load', 'prose: balancer'],
    ],
    ['doubled quotes read as one', "a: 'the pod''s node'\n", ['key: a', "prose: the pod's node"]],
    ['escaped quotes', 'a: "the \\"load\\" balancer"\n', ['key: a', 'prose: the "load" balancer']],
    [
      'line ends and tabs in escapes part',
      'a: "the load\\nbalancer\\tpod"\n',
      ['key: a', 'prose: the load', 'prose: balancer', 'prose: pod'],
    ],
    [
      'escapes of characters part',
      'a: "load\\u00a0balancer \\x41 pod \\\\ x"\n',
      ['key: a', 'prose: load', 'prose: balancer', 'prose: pod', 'prose: x'],
    ],
    [
      'escaped line ends read on',
      'a: "the load \\\n  balancer\\\n  \\ pod"\n',
      ['key: a', 'prose: the load balancer pod'],
    ],
    ['a comment behind', 'a: "Pod" # the smallest\n', ['key: a', 'identifier: Pod', 'comment: the smallest']],
    [
      'a quote that is never closed is text of its line',
      'a: "the pod\nb: node\n',
      ['key: a', 'prose: "the pod', 'key: b', 'identifier: node'],
    ],
    [
      'a quote that is never closed in a key',
      '"a: pod\nb: node\n',
      ['key: "a', 'identifier: pod', 'key: b', 'identifier: node'],
    ],
    ['JSON is data', `a: '{"load": "the pod"}'\nb: "[1, two words]"\n`, keys('ab')],
    ['key blocks are data', 'a: "-----BEGIN CERTIFICATE-----\\nMIID"\n', keys('a')],
  ]);

  rows('reads block scalars', [
    [
      'literal and folded',
      'a: |\n  the load\n  balancer\nb: >-\n  a pod\nc: d\n',
      ['key: a', 'prose: the load⏎balancer', 'key: b', 'prose: a pod', 'key: c', 'identifier: d'],
    ],
    ['one word', 'a: |\n  Pod\n', ['key: a', 'identifier: Pod']],
    [
      'paragraphs apart',
      'a: >\n  the load\n\n  balancer\n   \n  pod\n',
      ['key: a', 'prose: the load', 'prose: balancer', 'prose: pod'],
    ],
    ['list items apart', 'a: |\n  the load\n  * balancer\n', ['key: a', 'prose: the load', 'prose: * balancer']],
    [
      'all indicators and a comment',
      'a: |2+ # kept\n   the pod\n\nb: >-1\n  a pod\n',
      ['key: a', 'comment: kept', 'prose: the pod', 'key: b', 'prose: a pod'],
    ],
    [
      'less indented lines with an indicator',
      'a: |1\n   the load\n balancer\nb: c\n',
      ['key: a', 'prose: the load⏎balancer', 'key: b', 'identifier: c'],
    ],
    [
      'in a sequence',
      '- |\n  the pod\n- - >\n    a node\n  - x\n',
      ['prose: the pod', 'prose: a node', 'identifier: x'],
    ],
    [
      'what looks like YAML in them',
      'a: |\n  the pods and # nodes\n  - "of a\n  cluster: {\n  run on and on\n  and on\nb: c\n',
      [
        'key: a',
        'prose: the pods and # nodes',
        'prose: - "of a',
        'prose: cluster: {⏎run on and on⏎and on',
        'key: b',
        'identifier: c',
      ],
    ],
    ['a header below its key', 'a:\n  |\n  the pod\nb: c\n', ['key: a', 'prose: the pod', 'key: b', 'identifier: c']],
    ['a document that is a block', '--- |\nthe pod\n--- >\na node\n', ['prose: the pod', 'prose: a node']],
    [
      'a comment behind, less indented',
      'a: |\n    the pod\n  # why\nb: c\n',
      ['key: a', 'prose: the pod', 'comment: why', 'key: b', 'identifier: c'],
    ],
    ['an empty one', 'a: |\nb: c\n', ['key: a', 'key: b', 'identifier: c']],
    [
      'key blocks are data',
      'a: |\n  my key\n  -----BEGIN KEY-----\n  MIIDpod\n  -----END KEY-----\n  is good\n',
      ['key: a', 'prose: my key', 'prose: is good'],
    ],
    [
      'CR LF and lone CR',
      'a: |\r\n  the load\r\n  balancer\r\nb: >\r  a pod\rc: d\r',
      ['key: a', 'prose: the load⏎balancer', 'key: b', 'prose: a pod', 'key: c', 'identifier: d'],
    ],
  ]);

  rows('tells code from text', [
    [
      'of a script its comments alone',
      'run: |\n  # build the image\n  # with cache\n  docker build . # quickly\n  echo "# no"\n',
      ['key: run', 'comment: build the image⏎with cache', 'comment: quickly'],
    ],
    [
      'by the first line',
      'start: |\n  #!/bin/sh\n  # wait for pods\n  kubectl wait pods\n',
      ['key: start', 'comment: wait for pods'],
    ],
    [
      'by the key above a sequence',
      'args:\n- -c\n- |\n  kubectl get pods # all\n- wait for pods\nname: the pods\n',
      ['key: args', 'identifier: -c', 'comment: all', 'key: name', 'prose: the pods'],
    ],
    [
      'by the file name that is the key',
      'data:\n  nginx.conf: |\n    listen to pods\n  README.md: |\n    About the pods\n',
      ['key: data', 'key: nginx.conf', 'key: README.md', 'prose: About the pods'],
    ],
    ['by its lines: JSON', 'policy: |\n  {\n    "the pods": "many of them"\n  }\n', ['key: policy']],
    ['by its lines: settings', 'settings: |\n  mode = fast pods\n  level = many nodes\n', ['key: settings']],
    ['by its lines: YAML', 'inner: |\n  kind: a pod\n  spec: of nodes\n', ['key: inner']],
    [
      'a colon or two make no code',
      'summary2: |\n  Pods run here.\n  Note: they may move\n  at any time.\n',
      ['key: summary2', 'prose: Pods run here.', 'prose: Note: they may move⏎at any time.'],
    ],
    [
      'commands on one line',
      'run: kubectl get pods\ncommand: ["sh", "-c", "wait for pods"]\n',
      ['key: run', 'key: command', 'identifier: sh', 'identifier: -c'],
    ],
    [
      'arguments of a command',
      'flags: "--wait --for ready pods"\nmore:\n- -n\n',
      ['key: flags', 'key: more', 'identifier: -n'],
    ],
    ['expressions of one word', "match: 'web_(load|idle)'\nrate: rate(pods[5m])\n", ['key: match', 'key: rate']],
    ['conditions', "if: github.ref == 'refs/heads/main'\n", ['key: if']],
  ]);

  rows('reads flow collections', [
    [
      'sequences',
      'a: [load balancer, pod, "a node", 3]\n',
      ['key: a', 'prose: load balancer', 'identifier: pod', 'prose: a node'],
    ],
    [
      'over several lines',
      'a: [\n  load\n  balancer, # two\n  # words\n  pod,\n]\nb: {\n  c: d,\n  "e":f\n}\n',
      [
        'key: a',
        'prose: load⏎balancer',
        'comment: two',
        'comment: words',
        'identifier: pod',
        'key: b',
        'key: c',
        'identifier: d',
        'key: e',
        'identifier: f',
      ],
    ],
    ['as a key', '[a, b]: c\n', ['identifier: a', 'identifier: b', 'identifier: c']],
    [
      'JSON',
      '{\n  "kind": "Pod",\n  "items": [{"name": "the pod"}]\n}\n',
      ['key: kind', 'identifier: Pod', 'key: items', 'key: name', 'prose: the pod'],
    ],
    [
      'anchors, aliases and tags in them',
      '[&a pod, *a, !t node, {*a : b}]\n',
      ['identifier: pod', 'identifier: node', 'identifier: b'],
    ],
    [
      'one that is never closed ends at the next key',
      'a: [pod,\nb: the node\n',
      ['key: a', 'identifier: pod', 'key: b', 'prose: the node'],
    ],
    ['nothing that is nested too deep', `${'['.repeat(100)}pod${'['}node${']'.repeat(101)}\n`, ['identifier: pod']],
  ]);

  rows('knows documents', [
    [
      'marks and directives',
      '%YAML 1.2\n---\na: pod\n...\n%TAG ! x\n--- # next\nb: node\n',
      ['key: a', 'identifier: pod', 'comment: next', 'key: b', 'identifier: node'],
    ],
    ['text behind a mark', '--- the load\nbalancer\n---\npod\n', ['prose: the load⏎balancer', 'identifier: pod']],
    ['a byte order mark', '\ufeff# pods\nkind: Pod\n', ['comment: pods', 'key: kind', 'identifier: Pod']],
    [
      'the sides of a conflict',
      'a: pod\n<<<<<<< HEAD\nb: the load\n=======\nb: balancer\n>>>>>>> main\n',
      ['key: a', 'identifier: pod', 'key: b', 'prose: the load', 'key: b', 'identifier: balancer'],
    ],
    [
      'a conflict inside of a block',
      'a: |\n  the load\n<<<<<<< HEAD\n  balancer\n=======\n  pod\n>>>>>>> main\nb: c\n',
      ['key: a', 'prose: the load', 'prose: balancer', 'prose: pod', 'key: b', 'identifier: c'],
    ],
    [
      'tabs and bad indentation',
      'a: pod\n\tb: node\n   c:\tpod # x\n d: e\n',
      [
        'key: a',
        'identifier: pod',
        'key: b',
        'identifier: node',
        'key: c',
        'identifier: pod',
        'comment: x',
        'key: d',
        'identifier: e',
      ],
    ],
    ['NUL and control characters', 'a: \0pod\x07\n', ['key: a', 'identifier: \0pod\x07']],
    ['no line end at the end', 'a: pod', ['key: a', 'identifier: pod']],
    ['nothing', '', []],
  ]);

  rows('reads text that becomes YAML (Helm)', [
    [
      'conditions around keys',
      '{{- if .Values.tls }}\nkind: Pod\n{{- else }}\nkind: Node\n{{- end }}\n',
      ['key: kind', 'identifier: Pod', 'key: kind', 'identifier: Node'],
    ],
    [
      'a condition between the lines of a value',
      'about: the load\n{{- if .x }}\n  balancer\n{{- end }}\nkind: Pod\n',
      ['key: about', 'prose: the load', 'prose: balancer', 'key: kind', 'identifier: Pod'],
    ],
    [
      'range',
      'ports:\n{{- range $i, $port := .Values.ports }}\n  - name: port-{{ $i }}\n    about: the {{ $port }} port\n{{- end }}\n',
      ['key: ports', 'key: name', 'identifier: port-', 'key: about', 'prose: the', 'prose: port'],
    ],
    [
      'include with nindent',
      'labels:\n  {{- include "web.labels" . | nindent 4 }}\nspec: {{ toYaml .Values.spec | nindent 2 }}\nkind: Pod\n',
      ['key: labels', 'key: spec', 'key: kind', 'identifier: Pod'],
    ],
    [
      'a template inside of quotes that quotes',
      'a: "the {{ include "web.name" . }} pod: {{ "}}" }}"\nb: \'{{ .a }}\'\n',
      ['key: a', 'prose: the', 'prose: pod:', 'key: b'],
    ],
    [
      'a template with escaped quotes',
      'a: "the {{ printf \\"%s\\" .x }} pod"\nb: c\n',
      ['key: a', 'prose: the', 'prose: pod', 'key: b', 'identifier: c'],
    ],
    [
      'template comments of a line and of several',
      '{{/* the pods */}}\n{{- /*\nkind: "of pods\n{{ not this }}\n*/ -}}\nkind: Pod\n{{# jinja #}}\n{# says #}\n',
      ['key: kind', 'identifier: Pod'],
    ],
    [
      'with',
      'spec:\n  {{- with .Values.nodeSelector }}\n  nodeSelector:\n    {{- toYaml . | nindent 8 }}\n  {{- end }}\n  # where pods run\n',
      ['key: spec', 'key: nodeSelector', 'comment: where pods run'],
    ],
    [
      'a block with templates',
      'about: |\n  the load\n{{ .Values.more | indent 2 }}\n  balancer of {{ .Release.Name }} runs\n  {{- if .x }}\n  pods\n  {{- end }}\nkind: Pod\n',
      [
        'key: about',
        'prose: the load',
        'prose: balancer of',
        'prose: runs',
        'prose: pods',
        'key: kind',
        'identifier: Pod',
      ],
    ],
    [
      'what stands between two template comments of a block',
      'about: |\n  one pod {{/* a */}} and a node\n  of the cluster {{/* b */}} here\n',
      ['key: about', 'prose: one pod', 'prose: and a node⏎of the cluster', 'prose: here'],
    ],
    [
      'a block that a template fills',
      'conf: |-\n{{ tpl .Values.conf . | indent 4 }}\nkind: Pod\nmore: |- {{ .x }}\n  the pod\n',
      ['key: conf', 'key: kind', 'identifier: Pod', 'key: more', 'prose: the pod'],
    ],
    [
      'an opened template that nothing closes',
      'a: {{ .Values.pod\nb: the pod\nc: {{ .x }}\n',
      ['key: a', 'identifier: .Values.pod', 'key: b', 'prose: the pod', 'key: c'],
    ],
    [
      'braces that nothing opens',
      'a: pod }} end\nb: }}\nc: {{ }}}}\n',
      ['key: a', 'prose: pod }} end', 'key: b', 'key: c'],
    ],
    [
      'a template as a key',
      '{{ .Values.key }}: pod\n{{ $k }}-name: node\n? {{ .a }}\n: b\n',
      ['identifier: pod', 'key: -name', 'identifier: node', 'identifier: b'],
    ],
    [
      'a template inside of a name',
      'name: {{ .Release.Name }}-worker\nhost: web.{{ .ns }}.svc.cluster.local\nref: "{{ .reg }}/web:{{ .tag }}"\n',
      ['key: name', 'identifier: -worker', 'key: host', 'key: ref'],
    ],
    [
      'templates for another engine',
      'a: the pod {{`{{`}} $labels.pod | title {{`}}`}} restarts {{ "{{" }} $value {{ "}}" }} times\n',
      ['key: a', 'prose: the pod', 'prose: restarts', 'prose: times'],
    ],
    [
      'a comment behind a template',
      '{{- end }} # of the pods\nb: {{ .x }} # the node\n',
      ['comment: of the pods', 'key: b', 'comment: the node'],
    ],
    [
      'a comment of a template, which is no word of a value',
      'a: true {{/* for now */}}\nb: Pod {{- /* the node */ -}}\n',
      ['key: a', 'key: b', 'identifier: Pod'],
    ],
    [
      'flow collections of templates',
      'a: [{{ .x }}, pod, "{{ .y }}"]\nb: {{ {"c": "d"} }}\ne: { {{ .k }}: node }\n',
      ['key: a', 'identifier: pod', 'key: b', 'key: e', 'identifier: node'],
    ],
    [
      'Jinja statements',
      '{% for pod in pods %}\n- name: {{ pod }}\n  {% if pod %}kind: Pod{% endif %}\n{% endfor %}\n',
      ['key: name', 'key: kind', 'identifier: Pod'],
    ],
    [
      'a statement of several lines',
      '{{- if and\n  (eq .a "the pod")\n  (eq .b "a: node") }}\nkind: Pod\n{{- end }}\n',
      ['key: kind', 'identifier: Pod'],
    ],
    [
      'GitHub, shell and Azure expressions',
      `a: build \${{ matrix.os }} with \${VERSION} or $(Build.Id), $HOME and $labels.pod too\nb: \${{ github.sha }}\n`,
      ['key: a', 'prose: build', 'prose: with', 'prose: or', 'prose: and', 'prose: too', 'key: b'],
    ],
  ]);

  it('reads a part of a text', () => {
    const page = '---\ntitle: the load\n  balancer\n---\nkind: Pod\n';
    const regions = regionsInside(page, { start: 4, end: 31 });
    assert.deepEqual(read(page, regions), ['key: title', 'prose: the load⏎balancer']);
  });

  it('never reads over the end of a part', () => {
    for (const source of [
      'a: "b\nc"',
      'a: {{ b\n}}',
      '# {{/* x */}} y',
      'a: |\n  b\n  c',
      "a: 'it''s",
      `a: \${b}`,
      '[a, b]',
    ]) {
      for (let end = 0; end <= source.length; end++) {
        const spans = regionsInside(source, { start: 0, end }).flatMap((region) => region.spans);
        assertSpans(spans, end);
        assert.deepEqual(
          spans,
          regionsOf(source.slice(0, end), yaml, new SourceReader()).flatMap((region) => region.spans),
          source.slice(0, end),
        );
      }
    }
  });

  it('gives ordered spans inside of any text', () => {
    fc.assert(
      fc.property(anyYaml, (source) => {
        const regions = regionsOf(source, yaml, new SourceReader());
        assertRegions(regions, source);
        const spans = regions.flatMap((region) => [...region.spans]);
        assertSpans(spans, source.length);
        for (const { spans } of regions) {
          const text = spans.map(({ start, end }) => source.slice(start, end)).join('');
          assert.match(text, /\S/);
          assert.doesNotMatch(text, /^[ \t\r\n]|[ \t\r\n]$/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads the same whatever ends the lines', () => {
    fc.assert(
      fc.property(anyYaml, fc.constantFrom('\r', '\r\n'), (any, lineEnd) => {
        const source = any.replaceAll(/\r\n|\r/g, '\n');
        assert.deepEqual(read(source.replaceAll('\n', lineEnd)), read(source));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a part of a text as it reads that part alone', () => {
    fc.assert(
      fc.property(anyYaml, anyYaml, anyYaml, (before, part, after) => {
        const start = before.length;
        const regions = regionsInside(before + part + after, { start, end: start + part.length });
        const alone = regionsOf(part, yaml, new SourceReader()).map(({ kind, spans }) => ({
          kind,
          spans: spans.map((span) => ({ start: span.start + start, end: span.end + start })),
        }));
        assert.deepEqual(regions, alone);
      }),
      { numRuns: 1000 },
    );
  });
});

function keys(names: string): string[] {
  return [...names].map((name) => `key: ${name}`);
}

/** Read YAML that is a part of another text. */
function regionsInside(text: string, { start, end }: Span): readonly Region[] {
  const writer = new RegionWriter();
  readYaml(new SourceReader().read(text), start, end, writer);
  return unpackRegions(writer.take());
}
