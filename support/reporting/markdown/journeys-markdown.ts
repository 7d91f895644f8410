import { count } from '../../shared/words';
import type { Journey, Run } from '../model/run';
import { headline } from '../text/headline';
import { prose } from './escape';
import { executionSection } from './execution';
import { journeySection } from './journey';
import { measuresSection } from './measures';
import { criticality, journeyName, journeyState } from './names';
import { situationSection, situationSentence } from './situation';
import { table } from './table';

/**
 * The whole documentation as one Markdown file (`reports/jornadas.md`), in the shape of the document the journeys come from: overview, each
 * journey with its commands and validations, how to run, coverage; and the situation of the run. Made from the run alone; a dry run
 * (`--dry-run`) gives what is promised, without results.
 * @param now when the file is made
 * @param coverageMarkdown the measured coverage as a Markdown document of its own
 */
export function journeysMarkdown(run: Run, { now, coverageMarkdown }: { now: Date; coverageMarkdown?: string }): string {
  const results = !run.dryRun;
  const said = headline(run);
  const sections: string[][] = [
    introduction(run, said),
    overview(run, results),
    ...run.journeys.map((journey, index) => journeySection(journey, index + 1, results)),
    executionSection(run),
    measuresSection(run, coverageMarkdown, results),
    situationSection(run, said, now),
  ];
  return `${sections.map((blocks) => blocks.filter((block) => block !== '').join('\n\n')).join('\n\n---\n\n')}\n`;
}

function introduction(run: Run, said: string): string[] {
  return [
    '# Testes de jornada E2E da CLI Dumont',
    'Documentação completa dos testes de jornada de ponta a ponta da CLI `dumont`. Eles validam fluxos completos de quem usa, da autenticação às operações complexas de infraestrutura de GPU.',
    'Este documento é feito das features e da execução delas: para mudá-lo, mude a feature.',
    situationSentence(run, said),
  ];
}

function overview(run: Run, results: boolean): string[] {
  const columns = ['#', 'Jornada', 'Descrição', 'Criticidade', ...(results ? ['Situação'] : [])];
  return [
    '## Visão geral',
    `Os testes E2E da CLI cobrem **${count(run.journeys.length, 'jornada', 'jornadas')}** que representam os usos mais comuns da plataforma Dumont Cloud.`,
    run.journeys.length === 0
      ? ''
      : table(
          columns,
          run.journeys.map((journey, index) => overviewRow(journey, index + 1, results)),
        ),
  ];
}

function overviewRow(journey: Journey, position: number, results: boolean): string[] {
  const { number, name } = journeyName(journey, position);
  const [summary = ''] = journey.description.split(/\n\s*\n/);
  return [
    String(number),
    prose(name),
    prose(summary),
    prose(criticality(journey)) || '–',
    ...(results ? [prose(journeyState(journey))] : []),
  ];
}
