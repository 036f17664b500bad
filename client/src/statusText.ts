/** What the status item says. Knows no VS Code. */
import type { GlossaryStatus, Status } from '../../server/src/protocol';

export type ServerState = 'starting' | 'running' | 'failed';

/** The status item, before VS Code shows it. */
export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly isBusy: boolean;
  readonly action: StatusAction;
}

export type StatusAction =
  /** List the glossaries; `forReason` where somebody wants to know why one is not read. */
  | { readonly kind: 'chooseGlossaries'; readonly forReason?: true }
  | { readonly kind: 'restart' }
  | { readonly kind: 'showLog' }
  /** Open the file at this URI. */
  | { readonly kind: 'openFile'; readonly uri: string };

/** Describe the state of the server and, where it runs, of the glossaries that apply to the document in front. */
export function describeStatus(state: ServerState, status: Status | undefined): StatusText {
  if (state === 'failed') {
    const detail = 'The language server failed too often';
    return { text: 'Stopped', detail, severity: 'error', isBusy: false, action: { kind: 'restart' } };
  }
  if (state === 'starting' || status === undefined) {
    const detail = 'The language server is starting';
    return { text: 'Starting…', detail, severity: 'information', isBusy: true, action: { kind: 'showLog' } };
  }
  return describeGlossaries(status);
}

function describeGlossaries({ terms, glossaries: all, quarantined }: Status): StatusText {
  const glossaries = all.filter(({ isOff }) => isOff !== true);
  const text = glossaries.length === 0 ? 'No glossary' : counted(terms, 'term');
  const names = glossaries.map(({ name }) => name).join(', ');
  const behind = glossaries.filter(({ failure }) => failure !== undefined);
  if (quarantined !== undefined) {
    // The reason is too long for a status item; the server shows it as a problem in the first line.
    const detail = 'Why is in the first line';
    return { text: 'Not read', detail, severity: 'warning', isBusy: false, action: { kind: 'restart' } };
  }
  const broken = glossaries.find(({ errors }) => errors > 0);
  if (broken !== undefined) {
    const detail = glossaries
      .filter(({ errors }) => errors > 0)
      .map(describeErrors)
      .join(', ');
    // What is wrong with one from the web is not in a file that can be opened.
    const action: StatusAction = broken.uri.startsWith('https:')
      ? { kind: 'chooseGlossaries', forReason: true }
      : { kind: 'openFile', uri: broken.uri };
    return { text, detail, severity: 'error', isBusy: false, action };
  }
  const [first, ...more] = behind;
  if (first !== undefined) {
    const detail = more.length === 0 ? describeFailure(first) : `${behind.length} glossaries are not up to date`;
    const action: StatusAction = { kind: 'chooseGlossaries', forReason: true };
    return { text, detail, severity: 'warning', isBusy: false, action };
  }
  const off = all.length - glossaries.length;
  const detail = [names, off === 0 ? '' : `${off} switched off`].filter((part) => part !== '').join(', ');
  return { text, detail, severity: 'information', isBusy: false, action: { kind: 'chooseGlossaries' } };
}

function describeErrors(glossary: GlossaryStatus): string {
  const { name, errors, failure } = glossary;
  return failure === undefined ? `${name}: ${counted(errors, 'error')}` : describeFailure(glossary);
}

/** Say how a glossary from the web is doing that could not be fetched. The line has no room for the reason: the list does. */
function describeFailure({ name, age }: GlossaryStatus): string {
  return age === undefined ? `${shortName(name)}: not fetched` : `${shortName(name)}: last good copy of ${ago(age)}`;
}

/** One that was never fetched is called by its address, of which the host and the last part of the path tell enough. */
function shortName(name: string): string {
  if (!name.startsWith('https://')) return name;
  const [host = '', ...path] = name.slice('https://'.length).split('/');
  const last = path.at(-1) ?? '';
  return last === '' ? host : `${host}${path.length > 1 ? '/…' : ''}/${last}`;
}

/** Say how long ago something was, given in seconds, in the largest unit that fits. */
function ago(seconds: number): string {
  for (const [noun, length] of UNITS) {
    if (seconds >= length) return `${counted(Math.floor(seconds / length), noun)} ago`;
  }
  return 'a moment ago';
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
