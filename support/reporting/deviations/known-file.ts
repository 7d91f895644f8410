import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Document, YAMLMap, YAMLSeq } from 'yaml';
import { Misuse } from '../../shared/command-line';
import { replaceFile } from '../../shared/files';
import { isObject } from '../../shared/messages/json-object';
import type { RunInfo } from '../../shared/messages/run-info';
import { scenarioPath } from '../github/texts';
import { slug } from '../text/slug';
import type { Deviation } from './deviation';

/** What is known of a deviation, as people keep it in a file. */
export interface KnownDeviation {
  readonly signature: string;
  /** Step of the promise, `2.3`, or key of the scenario. */
  readonly subject: string;
  readonly command: string;
  readonly wanted: string;
  readonly found: string;
  /** Why it is accepted for now; empty when nobody said. */
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it is accepted, `2026-12-31`; empty when nobody said. */
  readonly until: string;
}

/** The deviations known of one CLI on one target. */
export interface KnownDeviations {
  readonly file: string;
  readonly entries: readonly KnownDeviation[];
}

/** What ran against what: each pair has a file of its own. */
export type DeviatingPlace = Pick<RunInfo, 'target' | 'cli'>;

/**
 * The deviations known of a place, whatever its file is called.
 * @returns null when there is no file for it
 * @throws Misuse for a file that cannot be understood, or when there are two for one place
 */
export function readKnown(folder: string, place: DeviatingPlace): KnownDeviations | null {
  const found = filesIn(folder)
    .map((file) => ({ file, content: contentOf(file) }))
    .filter(({ content }) => content.target === place.target && content.cli === place.cli);
  const [only, second] = found;
  if (second) throw new Misuse(`${only?.file} e ${second.file} são do mesmo alvo e da mesma CLI; junte-os num só.`);
  return only ? { file: only.file, entries: entriesOf(only.content, only.file) } : null;
}

/**
 * Writes what a run shows to deviate. Who stays listed keeps what people wrote; a subject that deviates in another way than listed hands its
 * reason, owner and date on.
 * @param listed those to keep, by signature
 * @param fresh those to add
 * @returns path of the file
 * @throws Misuse, or what the file system throws
 */
export function writeKnown(
  folder: string,
  place: DeviatingPlace,
  { kept, fresh }: { kept: ReadonlySet<string>; fresh: readonly Deviation[] },
): string {
  const { Document, parseDocument } = require('yaml') as typeof import('yaml');
  const known = readKnown(folder, place);
  const file = known?.file ?? path.join(folder, `${slug(place.target)}.${slug(place.cli)}.yaml`);
  const document: Document = known ? parseDocument(readFileSync(file, 'utf8')) : new Document({ ...place, deviations: [] });
  if (!known) document.commentBefore = HEADER;
  const list = document.get('deviations') as YAMLSeq<YAMLMap>;
  const former = (known?.entries ?? []).filter(({ signature }) => !kept.has(signature));
  list.flow = false;
  list.items = [
    ...list.items.filter((item) => kept.has(String(item.get('signature')))),
    ...fresh.map((deviation) => document.createNode(entryOf(deviation, former)) as YAMLMap),
  ].sort((one, other) => orderOf(one).localeCompare(orderOf(other), 'pt-BR', { numeric: true }));
  mkdirSync(folder, { recursive: true });
  replaceFile(file, document.toString({ lineWidth: 0 }));
  return file;
}

const HEADER = ` Em que esta CLI, neste alvo, se desvia do que as features prometem, e se sabe. Gravado por npm run deviations -- --record.
 De quem edita são: reason (por que se aceita por ora), owner (quem conserta) e until (até que dia se aceita, 2026-12-31).`;

function entryOf(deviation: Deviation, former: readonly KnownDeviation[]): Record<string, string> {
  const { subject, journey, scenario, command, operation, verdict, wanted, found, signature } = deviation;
  const heirs = former.filter((entry) => entry.subject === subject);
  const { reason = '', owner = '', until = '' } = heirs.find((entry) => entry.wanted === wanted) ?? heirs[0] ?? {};
  return {
    ...(isPromise(subject) ? { promise: subject } : { scenario: subject, title: scenarioPath(journey, scenario) }),
    command: command ?? '',
    operation: operation ?? '',
    ...(verdict && { verdict }),
    wanted,
    found,
    signature,
    reason,
    owner,
    until,
  };
}

/** A promise of the document is named by its step. */
export function isPromise(subject: string): boolean {
  return /^\d+\.\d+$/.test(subject);
}

/** In the order of the document: promises by their step, then scenarios as they are called. */
function orderOf(item: YAMLMap): string {
  return String(item.get('promise') ?? `~${item.get('title')}`);
}

function filesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
    return names.sort().map((name) => path.join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

interface Content {
  readonly target: string;
  readonly cli: string;
  readonly deviations: readonly unknown[];
}

/** @throws Misuse */
function contentOf(file: string): Content {
  const { parse } = require('yaml') as typeof import('yaml'); // most runs have no such file
  const refuse = (what: string): never => {
    throw new Misuse(`Não entendi ${file}: ${what}.`);
  };
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { linePos } = error as { linePos?: readonly { line: number }[] };
    return refuse(linePos?.[0] ? `a linha ${linePos[0].line} não é YAML` : 'não consegui ler');
  }
  if (!isObject(content)) return refuse('faltam target, cli e deviations');
  const { target, cli, deviations } = content;
  if (typeof target !== 'string' || typeof cli !== 'string')
    return refuse('faltam target e cli, que dizem de quem são os desvios');
  if (!Array.isArray(deviations)) return refuse('falta a lista deviations');
  return { target, cli, deviations };
}

/** @throws Misuse */
function entriesOf({ deviations }: Content, file: string): KnownDeviation[] {
  return deviations.map((entry, index) => {
    const refuse = (what: string): never => {
      throw new Misuse(`Não entendi ${file}: no ${index + 1}º desvio, ${what}.`);
    };
    if (!isObject(entry)) return refuse('faltam os campos');
    const text = (name: string): string => {
      const value = entry[name] ?? '';
      return typeof value === 'string' ? value.trim() : refuse(`${name} não é um texto; ponha-o entre aspas`);
    };
    const subject = text('promise') || text('scenario');
    const signature = text('signature');
    const until = text('until');
    if (subject === '') refuse('falta promise ou scenario');
    if (signature === '') refuse('falta signature');
    if (until !== '' && !isDay(until)) refuse(`until é "${until}", e não um dia como 2026-12-31`);
    const [command, wanted, found, reason, owner] = [
      text('command'),
      text('wanted'),
      text('found'),
      text('reason'),
      text('owner'),
    ];
    return { signature, subject, command, wanted, found, reason, owner, until };
  });
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
