import path from 'node:path';
import { visible } from '../../shared/visible';
import type { Run } from '../model/run';
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
  for (const { uri } of journeys) {
    const folder = path.posix.dirname(uri);
    folders.set(folder, [...(folders.get(folder) ?? []), path.posix.basename(uri)]);
  }
  const features = [...folders].flatMap(([folder, files]) => [
    `${visible(folder)}/`,
    ...files.map((file, index) => `${index === files.length - 1 ? '└──' : '├──'} ${visible(file).replaceAll('\n', ' ')}`),
  ]);
  return [
    ...features,
    'step-definitions/   o vocabulário das features',
    'support/            aquilo em que o vocabulário se apoia',
    'cucumber.js         a configuração da execução',
    '.env                as variáveis de ambiente (modelo em .env.example)',
    'reports/            o que cada execução deixa',
  ].join('\n');
}

function commands({ journeys }: Run): string {
  const [first] = journeys;
  return [
    '# Executar todas as jornadas',
    'npx cucumber-js',
    ...(first ? ['', '# Executar uma jornada', `npx cucumber-js ${visible(shellWord(first.uri)).replaceAll('\n', ' ')}`] : []),
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
