import { totalsOf } from '../model/outcome';
import type { Run } from '../model/run';
import { documentedScenario, documentedSteps } from '../model/stanzas';
import { prose } from './escape';
import { journeyName } from './names';
import { table } from './table';

/**
 * What of the document the run covered.
 * @param coverage the measured coverage as a Markdown document of its own; without it, the commands alone are counted
 */
export function measuresSection(run: Run, coverage: string | undefined, results: boolean): string[] {
  return ['## Métricas de cobertura', coverage === undefined ? commandsTable(run, results) : embedded(coverage)];
}

/** A document as part of another: without its title, every other heading one level down. Headings in fences are no headings. */
function embedded(markdown: string): string {
  let fenced = '';
  const lines = markdown.split('\n').flatMap((line) => {
    const [, ticks = ''] = /^ {0,3}(`{3,})/.exec(line) ?? [];
    if (fenced === '' && ticks !== '') fenced = ticks;
    else if (fenced !== '' && ticks.length >= fenced.length && line.trim() === ticks) fenced = '';
    if (fenced !== '' || !/^#{1,5} /.test(line)) return [line];
    return line.startsWith('# ') ? [] : [`#${line}`];
  });
  return lines.join('\n').trim();
}

function commandsTable(run: Run, results: boolean): string {
  const rows = run.journeys.map((journey, index) => {
    const documented = documentedScenario(journey);
    return {
      ...journeyName(journey, index + 1),
      commands: documented ? documentedSteps(documented).length : 0,
      executed: totalsOf(documented ? [documented] : []).commands,
    };
  });
  const sum = (figure: 'commands' | 'executed'): string => `**${rows.reduce((total, row) => total + row[figure], 0)}**`;
  return table(
    ['Jornada', 'Comandos documentados', ...(results ? ['Executados'] : [])],
    [
      ...rows.map(({ number, name, commands, executed }) => [
        `${number} ${prose(name)}`,
        String(commands),
        ...(results ? [String(executed)] : []),
      ]),
      ['**Total**', sum('commands'), ...(results ? [sum('executed')] : [])],
    ],
  );
}
