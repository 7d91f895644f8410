import { count, duration, moment } from '../../shared/words';
import type { Conformity } from '../conformity/conformity';
import { openPromisesTable } from '../conformity/markdown';
import { conformitySentence, deviationsSentence } from '../conformity/sentences';
import { standingSentence } from '../deviations/sentences';
import { fence, prose } from '../markdown/escape';
import { journeyState, state } from '../markdown/names';
import { table } from '../markdown/table';
import { isFailure, outcomeOf, scenariosOf, type Totals, totalsOf } from '../model/outcome';
import type { Journey, Run, Scenario } from '../model/run';
import { remark } from '../text/explain';
import { type Figure, figuresOf } from '../text/figures';
import { headline, totalsSentence } from '../text/headline';
import { outsideScenarios } from './outside';
import { cut, scenarioPath, storyOf } from './texts';

/** What GitHub takes from one step, in bytes of UTF-8: a file above it is not shown at all. */
export const SUMMARY_LIMIT = 1024 * 1024;

/**
 * The run as Markdown for the page of a GitHub job: the promises first, then the counts, the table of journeys, the failures folded.
 * @param conformity what the run says of every promise
 * @param room how many bytes of UTF-8 it may take; what does not fit is left out entry by entry, and counted in a last line
 */
export function stepSummary(run: Run, conformity: Conformity, room: number = SUMMARY_LIMIT): string {
  const page = new Page(room - NOTES_ROOM);
  addPromises(page, conformity);
  page.add(`## ${prose(headline(run))}`);
  page.add(facts(run));
  const outside = outsideScenarios(run).map(({ file, line, message }) =>
    [file === null ? null : line === null ? file : `${file}:${line}`, cut(message, LONGEST_NAME)]
      .filter((part) => part !== null)
      .join(': '),
  );
  if (outside.length > 0) page.add(fence(cut(outside.join('\n'), LONGEST_OUTSIDE)));
  if (!run.dryRun && run.journeys.length > 0) addJourneys(page, run);
  addScenarios(page, run);
  return `${page.toString()}\n`;
}

const NOTES_ROOM = 500;
const LONGEST_NAME = 300;
const LONGEST_OUTSIDE = 20_000;

function facts({ runInfo, startedAt, finishedAt, dryRun, journeys }: Run): string {
  const totals = totalsOf(journeys.flatMap(({ scenarios }) => scenarios));
  return [
    dryRun ? '' : prose(totalsSentence(totals)),
    totals.commands > 0 ? count(totals.commands, 'comando documentado executado', 'comandos documentados executados') : '',
    startedAt && finishedAt ? duration(finishedAt.getTime() - startedAt.getTime()) : '',
    startedAt ? prose(moment(startedAt)) : '',
    runInfo ? `alvo: ${prose(cut(runInfo.target, LONGEST_NAME))}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function addPromises(page: Page, conformity: Conformity): void {
  const sentence = conformitySentence(conformity);
  if (sentence === null) return;
  const others = [deviationsSentence(conformity), standingSentence(conformity.deviations) ?? ''].filter((part) => part !== '');
  page.add(`## ${prose(sentence)}`);
  if (others.length > 0) page.add(others.map((part) => `${prose(part)}.`).join(' '));
  const open = openPromisesTable(conformity);
  if (open === null || page.add(open)) return;
  page.note('A tabela do que não vale não coube aqui; está em conformidade.md.');
}

function addJourneys(page: Page, run: Run): void {
  const all = totalsOf(scenariosOf(run));
  const figures = figuresOf(all);
  const columns = ['Jornada', 'Situação', ...figures.map(({ title }) => title), 'Tempo'];
  const rows = run.journeys.map((journey) => [
    prose(cut(journey.name, LONGEST_NAME)),
    prose(journeyState(journey)),
    ...numbers(totalsOf(journey.scenarios), figures),
  ]);
  const total = ['**Total**', '', ...numbers(all, figures).map((number) => `**${number}**`)];
  const fitting = page.fitting(rows.map((row) => row.join(' | ').length * WIDEST_CHARACTER + ROW_FRAME));
  page.add(table(columns, [...rows.slice(0, fitting), total]));
  if (fitting < rows.length)
    page.note(`${count(rows.length - fitting, 'jornada não coube', 'jornadas não couberam')} nesta tabela.`);
}

/** Bytes of a character at most, and of the bars and spaces around the cells of a row at most: an estimate that is never too small. */
const WIDEST_CHARACTER = 3;
const ROW_FRAME = 200;

function numbers(totals: Totals, figures: readonly Figure[]): string[] {
  return [...figures.map((figure) => String(figure.of(totals))), duration(totals.durationMs)];
}

function addScenarios(page: Page, run: Run): void {
  const failed: string[] = [];
  const flaky: string[] = [];
  for (const journey of run.journeys) {
    for (const scenario of journey.scenarios) {
      const outcome = outcomeOf(scenario);
      if (isFailure(outcome)) failed.push(failureEntry(journey, scenario));
      if (outcome === 'flaky')
        flaky.push(`- ${prose(cut(scenarioPath(journey, scenario), LONGEST_NAME))}: ${prose(remark(scenario))}`);
    }
  }
  addEntries(
    page,
    '### Falhas',
    failed,
    (left) => `${count(left, 'falha não coube', 'falhas não couberam')} aqui; os relatórios têm todas.`,
  );
  addEntries(
    page,
    '### Instáveis',
    flaky,
    (left) => `${count(left, 'cenário instável não coube', 'cenários instáveis não couberam')} aqui.`,
  );
}

function addEntries(page: Page, title: string, entries: readonly string[], note: (left: number) => string): void {
  if (entries.length === 0) return;
  page.add(title);
  const left = entries.findIndex((entry) => !page.add(entry));
  if (left !== -1) page.note(note(entries.length - left));
}

/** Raw HTML up to the first blank line, so the title is escaped as HTML; Markdown again below. */
function failureEntry(journey: Journey, scenario: Scenario): string {
  const title = `${state(outcomeOf(scenario))}: ${cut(scenarioPath(journey, scenario), LONGEST_NAME)}`;
  return `<details><summary>${inHtml(title)}</summary>\n\n${fence(storyOf(scenario))}\n\n</details>`;
}

function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Blocks of Markdown that together keep within a number of bytes; notes have room of their own. */
class Page {
  readonly #blocks: string[] = [];
  #left: number;

  constructor(room: number) {
    this.#left = room;
  }

  /** Takes the block if there is room for it; says whether it did. */
  add(block: string): boolean {
    const size = Buffer.byteLength(block) + SEPARATOR.length;
    if (size > this.#left) return false;
    this.#left -= size;
    this.#blocks.push(block);
    return true;
  }

  note(sentence: string): void {
    this.#blocks.push(sentence);
  }

  /** How many of things of these sizes fit in half of what is left. */
  fitting(sizes: readonly number[]): number {
    let room = this.#left / 2;
    const first = sizes.findIndex((size) => {
      room -= size;
      return room < 0;
    });
    return first === -1 ? sizes.length : first;
  }

  toString(): string {
    return this.#blocks.join(SEPARATOR);
  }
}

const SEPARATOR = '\n\n';
