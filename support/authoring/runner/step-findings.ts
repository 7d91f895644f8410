import type { Envelope, Pickle } from '@cucumber/messages';
import type { CheckedFeature } from '../lint/steps/feature';

/** Follows the messages of a run for what only its loaded steps show. Until it is asked it only keeps what the runner holds anyway. */
export class StepWatch {
  readonly #messages: Envelope[] = [];

  /** Takes a message of the run. */
  note(envelope: Envelope): void {
    const { source, gherkinDocument, pickle, stepDefinition, parameterType, testCase } = envelope;
    if (source || gherkinDocument || pickle || stepDefinition || parameterType || testCase) this.#messages.push(envelope);
  }

  /** As `stepFindings`, of the run so far. */
  findings(): string | null {
    return stepFindings(this.#messages);
  }
}

/**
 * What only the loaded steps show of the scenarios of a run: placeholders that nothing notes down, commands that the contract does not know,
 * whether or not the scenario came so far. Undefined and ambiguous steps are left to the run, which fails at them.
 * @param messages of the run, up to its first scenario at least
 * @returns lines to print when the run must fail; null when it need not
 */
export function stepFindings(messages: readonly Envelope[]): string | null {
  const features = featuresOf(messages);
  if (features.length === 0) return null;
  const { checkRun } = require('../lint/steps/check-steps') as typeof import('../lint/steps/check-steps');
  const { vocabularyOfMessages } =
    require('../../shared/vocabulary/from-messages') as typeof import('../../shared/vocabulary/from-messages');
  const vocabulary = vocabularyOfMessages({
    definitions: messages.flatMap(({ stepDefinition }) => stepDefinition ?? []),
    parameterTypes: messages.flatMap(({ parameterType }) => parameterType ?? []),
  });
  const findings = checkRun(features, vocabulary);
  if (findings.length === 0) return null;
  const { annotations, showAll } = require('../lint/report') as typeof import('../lint/report');
  return `${annotations(findings)}${showAll(findings, features)}\n\n${FAILS}`;
}

const FAILS = 'A execução falha pelo que está acima, passem ou não os cenários.';

/** The features of a run with the scenarios that were chosen. */
function featuresOf(messages: readonly Envelope[]): CheckedFeature[] {
  const chosen = new Set(messages.flatMap(({ testCase }) => testCase?.pickleId ?? []));
  const texts = new Map<string, string>();
  const pickles = new Map<string, Pickle[]>();
  for (const { source, pickle } of messages) {
    if (source) texts.set(source.uri, source.data);
    if (pickle && chosen.has(pickle.id)) pickles.set(pickle.uri, [...(pickles.get(pickle.uri) ?? []), pickle]);
  }
  return messages.flatMap(({ gherkinDocument: document }): CheckedFeature[] => {
    const path = document?.uri ?? '';
    const own = pickles.get(path);
    if (!document || !own) return [];
    const lines = (texts.get(path) ?? '').replace(/^\uFEFF/, '').split(/\r?\n/);
    return [{ path, lines, document, pickles: own }];
  });
}
