import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CommandLine, Misuse, runProgram } from '../../shared/command-line';
import { fileNameOf, readJourneyName } from './journey-name';
import { journeyText } from './template';

/** `npm run new -- "Jornada 11 - Faturas"`: a new feature in `features/` of the folder it is run in, from a template that passes. */

const FOLDER = 'features';

const PROGRAM = {
  name: 'npm run new',
  options: {},
  takesWords: true,
  help: `Uso: npm run new -- "Jornada 11 - Faturas"

Cria features/11_faturas.feature a partir de um modelo que já passa, para você trocar os comandos e as frases pelos da
sua jornada. Nunca escreve por cima de um arquivo que existe.`,
} satisfies CommandLine;

function main(words: readonly string[]): undefined {
  const name = readJourneyName(words.join(' '));
  const file = path.posix.join(FOLDER, fileNameOf(name));
  refuseTakenNumber(name.number);
  write(file, journeyText(name));
  process.stdout.write(nextSteps(file));
}

/** Two journeys of one number would be told apart by nobody. */
function refuseTakenNumber(number: number): void {
  const taken = featuresHere().find((name) => Number(/^(\d+)_/.exec(name)?.[1]) === number);
  if (taken === undefined) return;
  const free = Math.max(0, ...featuresHere().map((name) => Number(/^(\d+)_/.exec(name)?.[1] ?? 0))) + 1;
  throw new Misuse(`A jornada ${number} já existe, em ${FOLDER}/${taken}; o próximo número livre é ${free}.`);
}

function featuresHere(): string[] {
  try {
    return readdirSync(FOLDER).filter((name) => name.endsWith('.feature'));
  } catch {
    throw new Misuse(`Não há uma pasta ${FOLDER}/ aqui; rode o comando na pasta do projeto.`);
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Misuse(`O arquivo ${file} já existe, e não vou escrever por cima dele.`);
    throw new Misuse(`Não consigo gravar ${file} (${code}).`);
  }
}

function nextSteps(file: string): string {
  const commands = [
    [`npx cucumber-js ${file}`, 'vê os dois cenários passarem'],
    ['npm run steps -- palavra', 'procura um passo pelo que ele faz'],
    ['npm run watch', 'roda o que mudou a cada vez que você salva'],
    ['npm run lint:features', 'confere o que você escreveu'],
  ] as const;
  const width = Math.max(...commands.map(([command]) => command.length));
  const lines = commands.map(([command, purpose]) => `  ${command.padEnd(width)}   # ${purpose}`);
  return `Criei ${file}, que já passa. Agora:

${lines.join('\n')}

Como se escreve uma jornada: features/LEIAME.md
`;
}

void runProgram(PROGRAM, ({ words }) => main(words), 'Não consegui criar a jornada');
