import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CommandLine, runProgram } from '../../shared/command-line';
import { loadVocabulary } from '../../shared/vocabulary/from-library';
import { editorParameterTypes, withParameterTypes } from './settings';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const SETTINGS = '.vscode/settings.json';

const PROGRAM = {
  name: 'npm run editor',
  options: {},
  help: `Grava em ${SETTINGS} o que o editor precisa saber dos passos; rode depois de mudar um tipo de parâmetro.`,
} satisfies CommandLine;

async function main(): Promise<undefined> {
  const { parameterTypes } = await loadVocabulary(ROOT);
  const file = path.join(ROOT, SETTINGS);
  const before = readFileSync(file, 'utf8');
  const after = withParameterTypes(before, editorParameterTypes(parameterTypes));
  if (after !== before) writeFileSync(file, after);
  process.stdout.write(after === before ? `${SETTINGS} já está em dia.\n` : `${SETTINGS} foi atualizado.\n`);
}

/** Over when the program is. */
export const ended = runProgram(PROGRAM, main, 'Não consegui gravar o que o editor precisa saber');
