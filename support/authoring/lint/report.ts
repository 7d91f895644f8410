import { isOnGitHub } from '../../shared/environment';
import { count } from '../../shared/words';
import { workflowCommand } from '../../shared/workflow-commands';
import type { Finding } from '../finding';
import type { FeatureSource } from '../source/feature-source';
import { showFinding } from './show';
import type { ScenarioNumber } from './structure/scenario-count';

/** GitHub shows so many errors of one step, and drops the others without a word. */
const ANNOTATED = 10;

/** All findings as a person reads them, with an empty line between two. */
export function showAll(findings: readonly Finding[], sources: readonly Pick<FeatureSource, 'path' | 'lines'>[]): string {
  const linesOf = new Map(sources.map(({ path, lines }) => [path, lines]));
  return findings.map((finding) => showFinding(finding, linesOf.get(finding.file)?.[finding.line - 1] ?? '')).join('\n\n');
}

/** The findings as GitHub shows them at their lines, a workflow command each on a line of its own; empty where GitHub does not listen. */
export function annotations(findings: readonly Finding[]): string {
  if (!isOnGitHub()) return '';
  return findings
    .slice(0, ANNOTATED)
    .map(({ sentence, remedy, ...place }) => `${workflowCommand('error', { ...place, title: sentence, message: remedy })}\n`)
    .join('');
}

/** The last sentence: how much was checked and how much is to be corrected; what would be lost if it stayed as it is. */
export function closing(findings: readonly Finding[], numbers: readonly ScenarioNumber[]): string {
  const [written, compiled] = [sum(numbers.map((each) => each.written)), sum(numbers.map((each) => each.compiled))];
  const checked = `${count(numbers.length, 'arquivo', 'arquivos')}, ${count(written, 'cenário', 'cenários')}`;
  if (findings.length === 0) return `${checked}: nada a corrigir.`;
  const lost =
    written > compiled ? ` Como está, ${count(written - compiled, 'cenário não rodaria', 'cenários não rodariam')}.` : '';
  return `${checked}: ${count(findings.length, 'coisa a corrigir', 'coisas a corrigir')}.${lost}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
