import { moment } from '../../shared/words';
import type { Conformity } from '../conformity/conformity';
import { byCriticality, criticalityTitle } from '../conformity/sentences';
import { VERDICTS } from '../conformity/verdict-words';
import { scenarioPath } from '../github/texts';
import { code, prose } from '../markdown/escape';
import { runAgain } from '../text/explain';
import type { DeviationReport } from './compare';
import type { Deviation } from './deviation';
import { isPromise, type KnownDeviation } from './known-file';
import { amounts, countsOf, STANDINGS, staleness, whatIsKnown } from './sentences';

/**
 * `desvios.md`: what those who own the CLI and the API have to mend, the most critical journeys first (GitHub's Markdown).
 * @param at when the run began; null when that is not known
 * @returns null where nothing may deviate, or nothing does and nothing is listed
 */
export function deviationsMarkdown({ deviations: report, target, cli }: Conformity, at: Date | null): string | null {
  if (report === null || isEmpty(report)) return null;
  const today = (at ?? new Date()).toISOString().slice(0, 10);
  const facts = [at ? moment(at) : '', target ? `alvo: ${target}` : '', cli ? `CLI: ${cli}` : ''];
  const blocks = [
    '# Desvios',
    `**${amounts(countsOf(report))}.** O que consertar, das jornadas mais críticas às menos.`,
    prose(facts.filter((fact) => fact !== '').join(' · ')),
    ...byCriticality(deviating(report)).flatMap(({ criticality, found }) => [
      `## ${criticalityTitle(criticality)}`,
      ...found.map((each) => entryText(each, today)),
    ]),
    ...listed('## Sanados: valem, e podem sair da lista', report.healed),
    ...listed('## Não verificados: esta execução não diz', report.unseen),
    ...(report.otherFailures.length > 0
      ? ['## Falhas que não são desvios', report.otherFailures.map(({ name }) => `- ${prose(name)}`).join('\n')]
      : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function isEmpty({ fresh, known, healed, unseen }: DeviationReport): boolean {
  return fresh.length + known.length + healed.length + unseen.length === 0;
}

/** One that deviates, with what is written of it; null when it is new. */
export interface Deviating extends Deviation {
  readonly entry: KnownDeviation | null;
}

/** What deviates, known or not, in the order of the document: promises first. */
export function deviating({ fresh, known }: DeviationReport): Deviating[] {
  const all = [
    ...fresh.map((deviation): Deviating => ({ ...deviation, entry: null })),
    ...known.map(({ deviation, entry }): Deviating => ({ ...deviation, entry })),
  ];
  const place = ({ subject, scenario }: Deviating): string =>
    isPromise(subject) ? subject : `~${scenario.uri}:${scenario.line}`;
  return all.sort((one, other) => place(one).localeCompare(place(other), 'pt-BR', { numeric: true }));
}

/** How a deviation is called: the promise by its step and command, anything else by its scenario. */
export function nameOf({ subject, command, journey, scenario }: Deviation): string {
  return isPromise(subject) ? `${subject} ${command ?? ''}` : scenarioPath(journey, scenario);
}

function entryText(deviation: Deviating, today: string): string {
  const { subject, command, operation, verdict, wanted, found, scenario, entry } = deviation;
  const side = verdict === null ? '' : `, ${VERDICTS[verdict].word}`;
  const title = isPromise(subject) ? `${subject} ${code(command ?? '')}` : prose(nameOf(deviation));
  const lines: [string, string][] = [
    ['Comando', isPromise(subject) || command === null ? '' : code(command)],
    ['Operação', operation === null ? '' : code(operation)],
    ['Prometido', prose(wanted)],
    ['Aconteceu', prose(found)],
    ['Sabe-se', entry ? prose(whatIsKnown(entry)) : ''],
    ['Falta', entry ? prose(staleness(entry, today) ?? '') : ''],
    ['De novo', code(runAgain(scenario))],
  ];
  const told = lines.filter(([, text]) => text !== '').map(([label, text]) => `- ${label}: ${text}`);
  return `### ${title}\n\n${[`- ${STANDINGS[entry ? 'known' : 'new']}${side}`, ...told].join('\n')}`;
}

function listed(title: string, entries: readonly KnownDeviation[]): string[] {
  if (entries.length === 0) return [];
  const lines = entries.map(({ subject, command, wanted }) => {
    const name = isPromise(subject) ? `${subject} ${code(command)}` : code(command);
    return `- ${[name, prose(wanted)].filter((part) => part !== '').join(': ')}`;
  });
  return [title, lines.join('\n')];
}
