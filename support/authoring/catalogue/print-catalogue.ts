import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CommandLine, Misuse, runProgram } from '../../shared/command-line';
import { replaceFile } from '../../shared/files';
import { loadVocabulary } from '../../shared/vocabulary/from-library';
import { type FeatureSource, readFeature } from '../source/feature-source';
import { allSteps, catalogueJson } from './as-json';
import { catalogueMarkdown } from './as-markdown';
import { catalogueText, foundText, nothingText } from './as-text';
import { catalogueOf } from './catalogue';
import { search, similarWords } from './search';

const PROJECT = path.resolve(__dirname, '..', '..', '..');
const PAGE = 'step-definitions/CATALOGO.md';

const PROGRAM = {
  name: 'npm run steps',
  options: { json: { type: 'boolean' }, write: { type: 'boolean' } },
  takesWords: true,
  help: `Mostra os passos com que se escrevem os cenários.

  npm run steps               todos, por tema
  npm run steps -- pausar     os que falam disso, com ou sem acento, em qualquer forma da palavra

  --json    para programas
  --write   grava de novo step-definitions/CATALOGO.md
  --help    esta ajuda`,
} satisfies CommandLine;

/** Prints what it was asked for, or writes the page. */
async function main(asked: string, json: boolean, write: boolean): Promise<undefined> {
  if (write && (asked !== '' || json)) throw new Misuse('--write grava o catálogo inteiro: use-o sozinho.');
  const say = (text: string): void => void process.stdout.write(text);
  const vocabulary = await loadVocabulary(PROJECT);
  const catalogue = catalogueOf(vocabulary, write ? [] : features());
  if (write) {
    replaceFile(path.join(PROJECT, PAGE), catalogueMarkdown(catalogue));
    say(`${PAGE} gravado.\n`);
    return;
  }
  const found = asked === '' ? allSteps(catalogue) : search(catalogue, asked);
  if (json) say(catalogueJson(found));
  else if (asked === '') say(catalogueText(catalogue));
  else say(found.length > 0 ? foundText(found, asked) : nothingText(asked, similarWords(catalogue, asked)));
}

/** All journeys; what is wrong in one is for the check to tell. */
function features(): FeatureSource[] {
  const folder = path.join(PROJECT, 'features');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.feature'));
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => readFeature(`features/${name}`, readFileSync(path.join(folder, name), 'utf8')));
}

/** Over when the program is. */
export const ended = runProgram(
  PROGRAM,
  ({ words, values }) => main(words.join(' '), values.json === true, values.write === true),
  'Não consegui fazer o catálogo de passos',
);
