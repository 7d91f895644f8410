import { existsSync } from 'node:fs';
import path from 'node:path';
import { type CommandLine, runProgram } from '../../shared/command-line';
import { replaceFile } from '../../shared/files';
import { loadVocabulary } from '../../shared/vocabulary/from-library';
import { count } from '../../shared/words';
import { type Finding, inOrder } from '../finding';
import type { FeatureSource } from '../source/feature-source';
import { examineAll } from './check-text';
import type { Draft } from './draft';
import { featurePaths, otherFiles, readFeatureFile } from './files';
import { fixFeature } from './fix';
import { annotations, closing, showAll } from './report';
import { checkSteps } from './steps/check-steps';

const FOUND = 1;

const PROJECT = path.resolve(__dirname, '..', '..', '..');

const PROGRAM = {
  name: 'npm run lint:features',
  options: { fix: { type: 'boolean' } },
  takesWords: true,
  help: `Uso: npm run lint:features -- [ARQUIVO...] [--fix]

Confere as jornadas (features/, ou só os arquivos e pastas que você disser) antes que um engano tire cenários da execução.

  --fix    corrige sozinho o que é seguro: acentos separados, aspas e espaços de editor de texto, a linha da língua, maiúsculas e
           espaços das palavras do Gherkin, alinhamento das tabelas
  --help   mostra esta ajuda

Termina com 0 quando não há nada a corrigir, com 1 quando há, com 2 quando o pedido não se entende.`,
} satisfies CommandLine;

/** @returns the exit code */
async function main(asked: readonly string[], fix: boolean): Promise<number> {
  const names = featurePaths(asked, PROJECT);
  const sources = fix ? fixed(names) : names.map((name) => readFeatureFile(name, PROJECT));
  const examined = examineAll(sources, (name) => existsSync(path.resolve(PROJECT, name)));
  const inText = examined.flatMap(({ draft }) => draft.findings);
  const drafts = examined.map(({ draft }) => draft);
  const inSteps = await findingsOfSteps(drafts, PROJECT, asked.length === 0 && inText.length === 0);
  const findings = inOrder([...inText, ...inSteps]);
  const last = closing(
    findings,
    examined.map(({ number }) => number),
  );
  if (findings.length === 0) {
    console.log(last);
    return 0;
  }
  const files = findings.map(({ file }) => file);
  console.error(`${showAll(findings, [...sources, ...otherFiles(files, sources, PROJECT)])}\n\n${last}`);
  process.stdout.write(annotations(findings));
  return FOUND;
}

/** The features after what is safe to repair was repaired in their files. */
function fixed(names: readonly string[]): FeatureSource[] {
  let changed = 0;
  const sources = names.map((name) => {
    const source = readFeatureFile(name, PROJECT);
    const text = fixFeature(name, source.text);
    if (text === source.text) return source;
    replaceFile(path.resolve(PROJECT, name), text);
    changed += 1;
    return readFeatureFile(name, PROJECT);
  });
  if (changed > 0) console.log(`${count(changed, 'arquivo corrigido', 'arquivos corrigidos')}.`);
  return sources;
}

/**
 * What only the suite's steps show of the features, read as they were meant, so that one slip of the text hides no step.
 * @param folder the project, whose step definitions are loaded
 * @param isWhole these are all its features, and a definition that none of them uses is a finding too
 */
async function findingsOfSteps(drafts: readonly Draft[], folder: string, isWhole: boolean): Promise<Finding[]> {
  const vocabulary = await loadVocabulary(folder);
  const byPath = new Map(drafts.map((draft) => [draft.written.path, draft]));
  const found = checkSteps(
    drafts.map(({ meant }) => meant),
    vocabulary,
    isWhole,
  );
  return found.map((finding) => byPath.get(finding.file)?.asWritten(finding) ?? finding);
}

/** Over when the program is. */
export const ended = runProgram(
  PROGRAM,
  ({ words, values }) => main(words, values.fix === true),
  'Não consegui conferir as jornadas',
);
