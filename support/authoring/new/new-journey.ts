import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CommandLine, Misuse, runProgram } from '../../shared/command-line';
import { fileNameOf, readJourneyName } from './journey-name';
import { journeyText, rulesText } from './template';

/** `npm run new -- "Jornada 11 - Faturas"`: a journey and its first rules in `features/` of the folder it is run in, from templates that pass. */

const FOLDER = 'features';

const PROGRAM = {
  name: 'npm run new',
  options: {},
  takesWords: true,
  help: `Uso: npm run new -- "Jornada 11 - Faturas"

Cria features/11_faturas.feature, com o cenário que percorre a jornada, e features/11_faturas/, a pasta das regras dela,
a partir de modelos que já passam: troque os comandos e as frases pelos da sua jornada. Nunca escreve por cima de um
arquivo que existe.`,
} satisfies CommandLine;

function main(words: readonly string[]): undefined {
  const name = readJourneyName(words.join(' '));
  const file = path.posix.join(FOLDER, fileNameOf(name));
  const folder = file.replace(/\.feature$/, '');
  const rules = path.posix.join(folder, 'access.feature');
  refuseTakenNumber(name.number);
  write(file, journeyText(name));
  write(rules, rulesText(name));
  process.stdout.write(nextSteps(file, folder, rules));
}

/** Two journeys of one number would be told apart by nobody. */
function refuseTakenNumber(number: number): void {
  const numberOf = (name: string): number => Number(/^(\d+)_/.exec(name)?.[1] ?? 0);
  const taken = entriesHere().find((name) => numberOf(name) === number);
  if (taken === undefined) return;
  const free = Math.max(0, ...entriesHere().map(numberOf)) + 1;
  throw new Misuse(`A jornada ${number} já existe, em ${FOLDER}/${taken}; o próximo número livre é ${free}.`);
}

/** Journeys, and folders of rules. */
function entriesHere(): string[] {
  try {
    return readdirSync(FOLDER).sort().reverse(); // the file of a journey before its folder
  } catch {
    throw new Misuse(`Não há uma pasta ${FOLDER}/ aqui; rode o comando na pasta do projeto.`);
  }
}

function write(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Misuse(`O arquivo ${file} já existe, e não vou escrever por cima dele.`);
    throw new Misuse(`Não consigo gravar ${file} (${code}).`);
  }
}

function nextSteps(file: string, folder: string, rules: string): string {
  const commands = [
    [`npx cucumber-js ${file}`, 'vê a jornada passar'],
    [`npx cucumber-js ${folder}`, 'vê as regras dela passarem'],
    ['npm run steps -- palavra', 'procura um passo pelo que ele faz'],
    ['npm run watch', 'roda o que mudou a cada vez que você salva'],
    ['npm run lint:features', 'confere o que você escreveu'],
  ] as const;
  const width = Math.max(...commands.map(([command]) => command.length));
  const lines = commands.map(([command, purpose]) => `  ${command.padEnd(width)}   # ${purpose}`);
  return `Criei ${file} e ${rules}, que já passam. Agora:

${lines.join('\n')}

A jornada tem um cenário só, o que a percorre. As regras ficam em ${folder}/, um arquivo para cada tema.

Como se escreve uma jornada: features/LEIAME.md
`;
}

/** Over when the program is. */
export const ended = runProgram(PROGRAM, ({ words }) => main(words), 'Não consegui criar a jornada');
