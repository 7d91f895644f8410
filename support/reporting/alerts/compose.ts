import { journeyNumber } from '../../shared/journey-files';
import { visible } from '../../shared/visible';
import { count, list, moment } from '../../shared/words';
import { holdingSentence } from '../conformity/sentences';
import { amounts, verdictWord } from '../deviations/sentences';
import type { RecordedRun, RecordedScenario } from '../history/recorded-run';
import { PROMISES_PAGE, promiseAnchor, scenarioHref } from '../site/links';
import { totalsSentence } from '../text/headline';
import type { EnvironmentChange } from './environment';
import type { ListedDeviations } from './latest-summary';
import { type AlertMessage, type Entry, NAMED, type Section } from './message';
import type { PromiseChange } from './promise-changes';
import type { Transition, Transitions } from './transitions';

const LONGEST_NAME = 160;
const LONGEST_PLACE = 140;
const LONGEST_DETAIL = 300;
const LONGEST_FACT = 100;
/** How many promises are named by their step. */
const STEPS_NAMED = 12;

/**
 * The message that tells what changed.
 * @param docsUrl where the documentation is published; null when nobody said
 * @param listed what is known of the run's deviations; null where none are listed
 */
export function composed(transitions: Transitions, docsUrl: string | null, listed: ListedDeviations | null = null): AlertMessage {
  const { run, environment, promises, failed, still, recovered, unstable } = transitions;
  const isBad = promises.broken.length + failed.length + still.length > 0 || (environment !== null && environment.kind !== 'up');
  return {
    id: `dumont-journeys-${run.record.id}`,
    at: run.at,
    tone: isBad ? 'bad' : unstable.length > 0 ? 'warning' : 'good',
    title: `Jornadas da dumont: ${list(titleParts(transitions))}`,
    summary: [...holdingPromises(run), ...(listed ? [amounts(listed.counts)] : []), totalsSentence(run.totals)]
      .map((sentence) => `${sentence}.`)
      .join(' '),
    sections: [
      ...(environment ? [environmentSection(environment, docsUrl)] : []),
      ...promisesSection('promises-broken', promises.broken, transitions, docsUrl, listed),
      ...promisesSection('promises-mended', promises.mended, transitions, docsUrl, listed),
      ...sectionOf('failed', 'Falhas novas', failed, newFailure, docsUrl),
      ...sectionOf('still', 'Continuam falhando', still, stillFailing, docsUrl),
      ...sectionOf('recovered', 'Voltaram a passar', recovered, recovery, docsUrl),
      ...sectionOf('unstable', 'Ficaram instáveis', unstable, instability, docsUrl),
    ],
    facts: factsOf(transitions),
    links: linksOf(run.record.ci, docsUrl),
  };
}

function titleParts({ environment, promises, failed, still, recovered, unstable }: Transitions): string[] {
  return [
    environment && environmentPart(environment),
    promises.broken.length > 0 && promisesPart('promises-broken', promises.broken),
    promises.mended.length > 0 && promisesPart('promises-mended', promises.mended),
    failed.length > 0 && count(failed.length, 'falha nova', 'falhas novas'),
    still.length > 0 && count(still.length, 'cenário continua falhando', 'cenários continuam falhando'),
    recovered.length > 0 && count(recovered.length, 'cenário voltou a passar', 'cenários voltaram a passar'),
    unstable.length > 0 && count(unstable.length, 'cenário ficou instável', 'cenários ficaram instáveis'),
  ].filter((part) => typeof part === 'string');
}

/** How many of all promises hold; nothing where the run had none. */
function holdingPromises(run: RecordedRun): string[] {
  const verdicts = [...run.spec.commands.keys()].flatMap((step) => run.verdictOf(step) ?? []);
  return verdicts.length > 0 ? [holdingSentence(verdicts)] : [];
}

type PromisesKind = 'promises-broken' | 'promises-mended';

function promisesPart(kind: PromisesKind, { length }: readonly PromiseChange[]): string {
  return kind === 'promises-broken'
    ? count(length, 'promessa deixou de valer', 'promessas deixaram de valer')
    : count(length, 'promessa voltou a valer', 'promessas voltaram a valer');
}

function promisesSection(
  kind: PromisesKind,
  changes: readonly PromiseChange[],
  { run }: Transitions,
  docsUrl: string | null,
  listed: ListedDeviations | null,
): Section[] {
  if (changes.length === 0) return [];
  const steps = changes.slice(0, STEPS_NAMED).map(({ step }) => step);
  const rest = changes.length - steps.length;
  const named = list(rest > 0 ? [...steps, `mais ${rest}`] : steps);
  const entries = changes.slice(0, NAMED).map((change): Entry => {
    const { step, command, verdict, since } = change;
    const detail =
      kind === 'promises-broken'
        ? `${verdictWord({ verdict, standing: listed?.standings.get(step) ?? null })}; valia desde ${moment(since)}`
        : `não valia desde ${moment(since)}`;
    return {
      key: step,
      signature: null,
      name: plain(`${step} ${command}`, LONGEST_NAME),
      place: plain(journeyOf(run, step), LONGEST_PLACE),
      detail,
      url: docsUrl === null ? null : new URL(`${PROMISES_PAGE}#${promiseAnchor(step)}`, docsUrl).href,
    };
  });
  return [{ kind, title: `${promisesPart(kind, changes)}: ${named}`, note: '', entries, total: changes.length }];
}

function journeyOf({ spec }: RecordedRun, step: string): string {
  const number = Number(step.split('.')[0]);
  return spec.journeys.find(({ uri }) => journeyNumber(uri) === number)?.name ?? `Jornada ${number}`;
}

function environmentPart({ kind, scenarios }: EnvironmentChange): string {
  if (kind !== 'up' && scenarios.length === 0) return 'a execução falhou fora dos cenários';
  return { down: 'faltou o ambiente', still: 'o ambiente continua em falta', up: 'o ambiente voltou' }[kind];
}

function environmentSection(change: EnvironmentChange, docsUrl: string | null): Section {
  const { kind, scenarios, sentence, since, runs } = change;
  const long = `desde ${moment(since)} (${count(runs, 'execução', 'execuções')})`;
  const unchecked = count(scenarios.length, 'cenário não pôde ser verificado', 'cenários não puderam ser verificados');
  const outside = 'A execução falhou fora dos cenários';
  const title = {
    down: scenarios.length > 0 ? `Faltou o ambiente: ${unchecked}` : outside,
    still: scenarios.length > 0 ? `O ambiente falta ${long}: ${unchecked}` : `${outside}; está assim ${long}`,
    up: `O ambiente voltou; faltava ${long}`,
  }[kind];
  return {
    kind: 'environment',
    title,
    note: plain(sentence, LONGEST_DETAIL),
    entries: scenarios.slice(0, NAMED).map((scenario) => entryOf(scenario, null, '', docsUrl)),
    total: scenarios.length,
  };
}

function sectionOf(
  kind: Section['kind'],
  title: string,
  found: readonly Transition[],
  detailOf: (transition: Transition) => string,
  docsUrl: string | null,
): Section[] {
  if (found.length === 0) return [];
  const named = oneOfEachFirst(found).slice(0, NAMED);
  const entries = named.map((transition) => entryOf(transition.scenario, transition.signature, detailOf(transition), docsUrl));
  return [{ kind, title: `${title} (${found.length.toLocaleString('pt-BR')})`, note: '', entries, total: found.length }];
}

/** So that five names do not all tell of the same failure while another one goes untold. */
function oneOfEachFirst(found: readonly Transition[]): Transition[] {
  const seen = new Set<string>();
  const first: Transition[] = [];
  const others: Transition[] = [];
  for (const transition of found) {
    const { signature } = transition;
    (signature !== null && seen.has(signature) ? others : first).push(transition);
    if (signature !== null) seen.add(signature);
  }
  return [...first, ...others];
}

function entryOf(scenario: RecordedScenario, signature: string | null, detail: string, docsUrl: string | null): Entry {
  const { key, name, journey, rule } = scenario;
  return {
    key: plain(key, LONGEST_NAME),
    signature,
    name: plain(name, LONGEST_NAME),
    place: plain([journey, rule ?? ''].filter((part) => part !== '').join(' · '), LONGEST_PLACE),
    detail: plain(detail, LONGEST_DETAIL),
    url: docsUrl === null ? null : new URL(scenarioHref(scenario), docsUrl).href,
  };
}

function newFailure({ sentence, again }: Transition): string {
  return [again ? 'já falhava, agora de outro jeito' : '', sentence].filter((part) => part !== '').join(': ');
}

function stillFailing({ since, runs, sentence }: Transition): string {
  const length = `falha desde ${moment(since)}, em ${count(runs, 'execução', 'execuções')}`;
  return sentence === '' ? length : `${length}: ${sentence}`;
}

function recovery({ since, runs }: Transition): string {
  return `falhava desde ${moment(since)}, em ${count(runs, 'execução', 'execuções')}`;
}

function instability({ runs, sentence }: Transition): string {
  if (sentence !== '') return `só passou numa nova tentativa: ${sentence}`;
  return `mudou de estado ${count(runs, 'vez', 'vezes')} nas últimas execuções`;
}

function factsOf({ run: { record, at } }: Transitions): AlertMessage['facts'] {
  const facts: [string, string | null][] = [
    ['Execução', moment(at)],
    ['Alvo', record.target],
    ['CLI', record.cli],
    ['Commit', record.commit === null ? null : commitText(record)],
    ['Versão', record.release],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value: plain(value, LONGEST_FACT) }]));
}

function commitText({ commit, branch, dirty }: { commit: string | null; branch: string | null; dirty: boolean }): string {
  const notes = [branch ?? '', dirty ? 'com mudanças por gravar' : ''].filter((note) => note !== '');
  return `${commit?.slice(0, 8)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function linksOf(ci: string | null, docsUrl: string | null): AlertMessage['links'] {
  return [
    { label: 'Ver a execução', url: webAddress(ci) },
    { label: 'Abrir a documentação', url: docsUrl },
  ].flatMap(({ label, url }) => (url === null ? [] : [{ label, url }]));
}

/** The history is a file that others can write: only what is really a web address becomes a link. */
function webAddress(text: string | null): string | null {
  const url = text !== null && URL.canParse(text) ? new URL(text) : null;
  return url && ['http:', 'https:'].includes(url.protocol) && !url.username && url.href.length < 500 ? url.href : null;
}

/**
 * Text from outside, as one line that shows all it has: control characters become visible, what would turn the writing direction around
 * disappears.
 * @param longest how many characters it may have; a longer one ends in `…`
 */
function plain(text: string, longest: number): string {
  const line = visible(text.slice(0, longest * 2))
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
