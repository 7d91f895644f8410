import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile, whyOf } from '../../shared/files';
import { loadVocabulary } from '../../shared/vocabulary/from-library';
import { type FeatureSource, readFeature } from '../source/feature-source';
import { allSteps, catalogueJson } from './as-json';
import { catalogueMarkdown } from './as-markdown';
import { catalogueText, foundText, nothingText } from './as-text';
import { catalogueOf } from './catalogue';
import { readOptions, UnknownCatalogueOption, USAGE } from './options';
import { search, similarWords } from './search';

const PROJECT = path.resolve(__dirname, '..', '..', '..');
const PAGE = 'step-definitions/CATALOGO.md';
const MISUSE = 2;

/** `npm run steps`: prints what it was asked for, or writes the page. */
async function main(args: readonly string[]): Promise<void> {
  const { asked, json, write, help } = readOptions(args);
  const say = (text: string): void => void process.stdout.write(text);
  if (help) {
    say(`${USAGE}\n`);
    return;
  }
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

// Who reads only the first lines has seen enough.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

main(process.argv.slice(2)).catch((error: unknown) => {
  const isMisuse = error instanceof UnknownCatalogueOption;
  process.stderr.write(`${isMisuse ? error.message : `Não consegui fazer o catálogo de passos: ${whyOf(error)}.`}\n`);
  if (['1', 'true'].includes(process.env.DEBUG ?? '')) console.error(error);
  process.exitCode = isMisuse ? MISUSE : 1;
});
