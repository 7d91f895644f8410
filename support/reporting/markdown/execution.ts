import path from 'node:path';
import { visible } from '../../shared/visible';
import type { Journey, Run } from '../model/run';
import { shellWord } from '../text/explain';
import { fence } from './escape';
import { variablesBlock } from './variables';

/** How the journeys are run: where their files are, the commands, the variables. */
export function executionSection(run: Run): string[] {
  return [
    '## Execução dos testes',
    '### Estrutura de arquivos',
    fence(fileTree(run)),
    '### Comando para executar',
    fence(commands(run), 'bash'),
    '### Variáveis de ambiente',
    'Valem no ambiente ou num arquivo `.env`; o ambiente ganha. As dos alertas estão em `npm run alerts -- --help`.',
    variablesBlock(),
  ];
}

/** The features of the run, folder by folder, and what stands beside them. */
function fileTree({ journeys }: Run): string {
  const folders = new Map<string, string[]>();
  for (const journey of journeys) {
    const folder = path.posix.dirname(journey.uri);
    folders.set(folder, [...(folders.get(folder) ?? []), ...entriesOf(journey)]);
  }
  return [
    ...[...folders].flatMap(([folder, entries]) => [`${visible(folder)}/`, ...entries]),
    'step-definitions/   o vocabulário das features',
    'support/            aquilo em que o vocabulário se apoia',
    'cucumber.js         a configuração da execução',
    '.env                as variáveis de ambiente (modelo em .env.example)',
    'reports/            o que cada execução deixa',
  ].join('\n');
}

/** The main file of a journey, and below it those of its folder. */
function entriesOf({ uri, line, scenarios }: Journey): string[] {
  const name = path.posix.basename(uri, '.feature');
  const themes = new Set(scenarios.flatMap(({ theme }) => (theme ? [path.posix.basename(theme.uri)] : [])));
  const lines = [
    ...(line === null ? [] : [`  ${name}.feature`]),
    ...(themes.size > 0 ? [`  ${name}/`, ...[...themes].map((file) => `    ${file}`)] : []),
  ];
  return lines.map((entry) => visible(entry).replaceAll('\n', ' '));
}

function commands({ journeys }: Run): string {
  const [first] = journeys;
  const files = first && filesOf(first).map((file) => visible(shellWord(file)).replaceAll('\n', ' '));
  return [
    '# Executar todas as jornadas',
    'npx cucumber-js',
    ...(files ? ['', '# Executar uma jornada', `npx cucumber-js ${files.join(' ')}`] : []),
    '',
    '# Executar só os comandos documentados, sem as regras',
    'npx cucumber-js --tags @jornada',
    '',
    '# Mostrar cada comando, troca e saída na hora',
    'DEBUG=1 npx cucumber-js',
    '',
    '# Dizer o que é prometido, sem executar nada',
    'npx cucumber-js --dry-run',
    '',
    '# Refazer os relatórios, também das partes de uma execução; avisar quem precisa saber do que mudou',
    'npm run reports -- --help',
    'npm run alerts -- --help',
  ].join('\n');
}

/** What to give cucumber-js for a whole journey: its main file and its folder of rules. */
function filesOf({ uri, line, scenarios }: Journey): string[] {
  const hasRules = scenarios.some(({ theme }) => theme !== null);
  return [...(line === null ? [] : [uri]), ...(hasRules ? [uri.replace(/\.feature$/, '')] : [])];
}
