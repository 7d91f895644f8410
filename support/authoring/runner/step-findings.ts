import type { Envelope } from '@cucumber/messages';
import type { Finding } from '../finding';
import type { CheckedFeature } from '../step-rules/feature';

/** What the run tells of itself at the steps in question. */
const TOLD_BY_THE_RUN: readonly string[] = ['passo-indefinido', 'passo-ambiguo'];

/** Follows the messages of a run for what only its loaded steps show. Until it is asked it only keeps what the runner holds anyway. */
export class StepWatch {
  readonly #about: Envelope[] = [];

  /** Takes a message of the run. */
  note(envelope: Envelope): void {
    const { source, gherkinDocument, pickle, stepDefinition, parameterType, testCase } = envelope;
    if (source || gherkinDocument || pickle || stepDefinition || parameterType || testCase) this.#about.push(envelope);
  }

  /** What is wrong with the steps of the scenarios that were to run, and no scenario tells. */
  findings(): StepFindings {
    return stepFindings(this.#about);
  }
}

/** Findings, and the lines of the features that they are about. */
export interface StepFindings {
  readonly findings: readonly Finding[];
  /** The line of a finding as it stands in its feature. */
  textOf(finding: Finding): string;
}

/**
 * What only the loaded steps show of the scenarios of a run: placeholders that nothing notes down, commands that the contract does not know.
 * Undefined and ambiguous steps are left to the run, which fails at them.
 * @param messages of the run, up to its first scenario at least
 */
export function stepFindings(messages: readonly Envelope[]): StepFindings {
  const features = featuresOf(messages);
  const textOf = ({ file, line }: Finding): string => features.find(({ path }) => path === file)?.lines[line - 1] ?? '';
  if (features.length === 0) return { findings: [], textOf };
  const { checkFeatures } = require('../step-rules/check-steps') as typeof import('../step-rules/check-steps');
  const { vocabularyOfMessages } = require('../vocabulary/from-messages') as typeof import('../vocabulary/from-messages');
  const vocabulary = vocabularyOfMessages({
    definitions: messages.flatMap(({ stepDefinition }) => stepDefinition ?? []),
    parameterTypes: messages.flatMap(({ parameterType }) => parameterType ?? []),
  });
  const findings = checkFeatures(features, vocabulary).filter(({ rule }) => !TOLD_BY_THE_RUN.includes(rule));
  return { findings, textOf };
}

/** The features of a run with the scenarios that were chosen. */
function featuresOf(messages: readonly Envelope[]): CheckedFeature[] {
  const chosen = new Set(messages.flatMap(({ testCase }) => testCase?.pickleId ?? []));
  const texts = new Map(messages.flatMap(({ source }) => (source ? [[source.uri, source.data] as const] : [])));
  const pickles = messages.flatMap(({ pickle }) => (pickle && chosen.has(pickle.id) ? [pickle] : []));
  return messages.flatMap(({ gherkinDocument: document }): CheckedFeature[] => {
    const path = document?.uri;
    const own = pickles.filter(({ uri }) => uri === path);
    if (!document || path === undefined || own.length === 0) return [];
    const lines = (texts.get(path) ?? '').replace(/^\uFEFF/, '').split(/\r?\n/);
    return [{ path, lines, document, pickles: own }];
  });
}
