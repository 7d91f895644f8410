import { totalsOf } from '../model/outcome';
import type { Run } from '../model/run';
import { documentedScenario, documentedSteps } from '../model/stanzas';
import { prose } from './escape';
import { journeyName } from './names';
import { table } from './table';

/**
 * What of the document the run covered.
 * @param coverage Markdown of the measured coverage, with headings of level 3 at most; without it, the commands alone are counted
 */
export function measuresSection(run: Run, coverage: string | undefined, results: boolean): string[] {
  return ['## Métricas de cobertura', coverage?.trim() || commandsTable(run, results)];
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
