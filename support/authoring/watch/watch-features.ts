import { existsSync } from 'node:fs';
import { type CommandLine, Misuse, runProgram } from '../../shared/command-line';
import { Watch } from './watch';

/** `npm run watch`: checks and runs what was just saved, until Ctrl-C, which is how it ends well. */

const EXIT_CODES = { SIGINT: 0, SIGTERM: 143 } as const;

const PROGRAM = {
  name: 'npm run watch',
  options: {},
  help: `Uso: npm run watch

Observa features/, step-definitions/ e support/. Quando você salva uma feature, confere o texto e roda só os cenários que
mudaram; quando salva um arquivo de passos, roda os cenários que usam esses passos. Os relatórios em reports/ ficam como
estão. Ctrl-C termina.`,
} satisfies CommandLine;

async function main(): Promise<undefined> {
  if (!existsSync('features')) throw new Misuse('Não há uma pasta features/ aqui; rode o comando na pasta do projeto.');
  const watch = new Watch(process.cwd(), (text) => void process.stdout.write(`${text}\n`));
  let leaving = false;
  const leave = (signal: keyof typeof EXIT_CODES): void => {
    if (leaving) return;
    leaving = true;
    void watch.close().finally(() => process.exit(EXIT_CODES[signal]));
  };
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
  await watch.open();
  process.stdout.write(
    'Observando features/, step-definitions/ e support/: salve um arquivo, e rodo o que mudou. Ctrl-C termina.\n',
  );
}

void runProgram(PROGRAM, main, 'Não consegui observar os arquivos');
