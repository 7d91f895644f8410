import path from 'node:path';
import { replaceFile } from '../../shared/files';
import { count } from '../../shared/words';
import { inOrder } from '../finding';
import type { FeatureSource } from '../source/feature-source';
import { examineAll } from './check-text';
import { featurePaths, NoSuchFeature, otherFiles, readFeatureFile } from './files';
import { fixFeature } from './fix';
import { readOptions, UnknownOption, USAGE } from './options';
import { annotate, closing, showAll } from './report';
import { findingsOfSteps } from './steps';

const FOUND = 1;
const MISUSE = 2;

const PROJECT = path.resolve(__dirname, '..', '..', '..');

/** `npm run lint:features`. @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  const { asked, fix, help } = readOptions(args);
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const names = featurePaths(asked, PROJECT);
  const sources = fix ? fixed(names) : names.map((name) => readFeatureFile(name, PROJECT));
  const examined = examineAll(sources);
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
  if (process.env.GITHUB_ACTIONS === 'true') for (const line of annotate(findings)) console.log(line);
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

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isMisuse = error instanceof UnknownOption || error instanceof NoSuchFeature;
    if (!isMisuse && process.env.DEBUG === '1') throw error;
    console.error(error instanceof Error ? error.message : String(error));
    if (error instanceof UnknownOption) console.error(`\n${USAGE}`);
    process.exitCode = MISUSE;
  },
);
