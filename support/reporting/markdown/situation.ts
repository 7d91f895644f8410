import { parseSentence } from '../../shared/tool-sentences';
import { duration, moment } from '../../shared/words';
import { scenariosOf, type Totals, totalsOf } from '../model/outcome';
import type { Run } from '../model/run';
import { figuresOf } from '../text/figures';
import { partSentence, totalsSentence } from '../text/headline';
import { code, fence, prose } from './escape';
import { journeyName } from './names';
import { table } from './table';

/**
 * Does it hold today: the outcome in one sentence, with its date, target and commit.
 * @param said the outcome of the run (`headline`)
 */
export function situationSentence(run: Run, said: string): string {
  const { runInfo, startedAt } = run;
  const where = [
    startedAt ? prose(moment(startedAt)) : '',
    runInfo ? `alvo: ${prose(runInfo.target)}` : '',
    runInfo?.commit
      ? `commit ${code(runInfo.commit.slice(0, SHORT_COMMIT))}${runInfo.dirty ? ' com alterações ainda não gravadas' : ''}`
      : '',
  ].filter((part) => part !== '');
  return [`**Situação:** ${prose(said)}`, partSentence(run) ?? '', where.join(' · ')].filter((part) => part !== '').join(' ');
}

const SHORT_COMMIT = 10;

/** The run this document was made from: when, from what, against what, with which outcome; and what is missing from it. */
export function situationSection(run: Run, said: string, now: Date): string[] {
  const totals = totalsOf(scenariosOf(run));
  return [
    '## Situação desta execução',
    prose(said),
    table(['O quê', 'Valor'], facts(run, totals, now)),
    ...(run.dryRun || run.journeys.length === 0 ? [] : [countsTable(run, totals)]),
    ...failuresOutside(run),
  ];
}

function facts({ runInfo, ci, tools, startedAt, finishedAt, dryRun }: Run, totals: Totals, now: Date): string[][] {
  const took = startedAt && finishedAt ? duration(finishedAt.getTime() - startedAt.getTime()) : '';
  const rows: [string, string][] = [
    ['Execução', startedAt ? prose(moment(startedAt)) : ''],
    ['Duração', took],
    ['Cenários', dryRun ? '' : prose(totalsSentence(totals))],
    ['Alvo', prose(runInfo?.target ?? '')],
    ['CLI', prose(runInfo?.cli ?? '')],
    ['Commit', commitOf(runInfo)],
    ['Branch', prose(runInfo?.branch ?? '')],
    ['Versão', prose(runInfo?.release ?? '')],
    ['Ambiente', prose(runInfo?.environment ?? '')],
    ['CI', prose([ci?.name, ci?.url].filter((part) => part).join(' · '))],
    ['Ferramentas', prose(tools.join(', '))],
    ['Alcance', runInfo && !runInfo.whole ? 'parte das jornadas: um caminho, um nome ou uma tag estreitou a execução' : ''],
    ['Documento gerado', prose(moment(now))],
  ];
  return rows.filter(([, value]) => value !== '');
}

function commitOf(runInfo: Run['runInfo']): string {
  if (!runInfo?.commit) return '';
  return runInfo.dirty ? `${code(runInfo.commit, 'cell')}, com mudanças que não estão nele` : code(runInfo.commit, 'cell');
}

function countsTable(run: Run, all: Totals): string {
  const figures = figuresOf(all);
  return table(
    ['Jornada', ...figures.map(({ title }) => title), 'Tempo'],
    [
      ...run.journeys.map((journey, index) => {
        const totals = totalsOf(journey.scenarios);
        const { number, name } = journeyName(journey, index + 1);
        return [`${number} ${prose(name)}`, ...figures.map((figure) => String(figure.of(totals))), duration(totals.durationMs)];
      }),
      ['**Total**', ...figures.map((figure) => `**${figure.of(all)}**`), `**${duration(all.durationMs)}**`],
    ],
  );
}

/** What keeps the numbers from telling everything. */
function failuresOutside({ parseErrors, hookFailures, gaps }: Run): string[] {
  const lines = [
    ...parseErrors.map(({ uri, message }) => {
      const { line, text } = parseSentence(message);
      return `${line === null ? uri : `${uri}:${line}`}: ${text}`;
    }),
    ...hookFailures.map(({ when, location, error }) => `${when} (${location}): ${error.message}`),
    ...gaps,
  ];
  return lines.length > 0 ? ['Fora dos cenários:', fence(lines.join('\n'))] : [];
}
