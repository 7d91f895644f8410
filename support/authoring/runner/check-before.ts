import { readFileSync } from 'node:fs';
import { checkText } from '../check/check-text';
import { nameOf } from '../check/files';
import { annotate, showAll } from '../check/report';
import { readFeature } from '../source/feature-source';

/**
 * What the text of the features shows before a run opens anything: a slip that would silently take scenarios out of it, or make it fail
 * later in the parser's own English.
 * @param files the features that are to run, absolute paths
 * @param folder the project
 * @returns lines to print when the run must not begin; null when it may. A file that cannot be read is left to the runner
 */
export function refusal(files: readonly string[], folder: string): string | null {
  const sources = files.flatMap((file) => {
    const text = read(file);
    return text === null || !file.endsWith('.feature') ? [] : [readFeature(nameOf(file, folder), text)];
  });
  const findings = checkText(sources);
  if (findings.length === 0) return null;
  const annotations = process.env.GITHUB_ACTIONS === 'true' ? annotate(findings).map((line) => `${line}\n`) : [];
  return `${annotations.join('')}${showAll(findings, sources)}\n\n${STOPPED}`;
}

const STOPPED = 'Nada rodou: corrija primeiro o que está acima (npm run lint:features -- --fix corrige o que é seguro).';

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
