import path from 'node:path';
import { type Asked, type CommandLine, Misuse, runProgram } from '../../shared/command-line';
import { reportsFolder } from '../../shared/environment';
import { comparisonMarkdown, readConformity } from './before';

const PROGRAM = {
  name: 'npm run conformity',
  options: { before: { type: 'string' }, name: { type: 'string' } },
  help: `Compara os vereditos da última execução com os de outra, e mostra em Markdown o que mudou.

  npm run conformity -- --before main/conformidade.json

  --before ARQUIVO  o conformidade.json da outra execução
  --name NOME       como chamar a outra (sem ela, main)
  --help            esta ajuda`,
} satisfies CommandLine;

function main({ values: { before, name = 'main' } }: Asked<typeof PROGRAM.options>): undefined {
  if (before === undefined) throw new Misuse('Diga com o que comparar: --before main/conformidade.json.');
  const now = readConformity(path.join(reportsFolder(), 'conformidade.json'));
  process.stdout.write(comparisonMarkdown(readConformity(before), now, name));
}

void runProgram(PROGRAM, main, 'Não consegui comparar os vereditos');
