import type { PickleStep } from '@cucumber/messages';
import { ENVIRONMENT_ERROR, INTERRUPTED_ERROR, WAIT_BUDGET_ERROR } from '../../shared/messages/error-types';
import type { PromiseVerdict, Verdict } from '../../shared/messages/note';
import { isAsAsked } from '../command/asked';
import { strayChange } from '../command/reached';
import type { CommandResult } from '../command/result';
import { PLACEHOLDER, UnknownPlaceholder } from '../language/memory';
import { isOutOfReach } from '../wire/failures';
import type { PromiseLog, StanzaRecord } from './promise-log';
import { sentenceOf } from './sentence';
import type { StepKind } from './step-kinds';

/** What the verdicts need to know beside the log. */
export interface VerdictFacts {
  /** What is declared of a step. */
  readonly kindOf: (step: PickleStep) => StepKind | null;
  /** What was found in a command's exchanges and end that no step speaks of, and that the contract alone does not mind; null for nothing. */
  readonly unexpectedIn: (result: CommandResult) => string | null;
}

interface Judged {
  readonly verdict: Verdict;
  readonly text: string;
  readonly waitsFor?: string | null;
}

/** The verdict of each documented command of a journey's scenario, in order. */
export function verdictsOf({ records, reason }: PromiseLog, facts: VerdictFacts): PromiseVerdict[] {
  return records.map((record, index) => {
    const { verdict, text, waitsFor = null } = judge(record, records.slice(0, index), reason, facts);
    const { stanza, operationId, contractDifferences } = record;
    const { step, command } = stanza;
    return { kind: 'promise', step, command, operationId, verdict, waitsFor, contractDifferences, text };
  });
}

function judge(record: StanzaRecord, earlier: readonly StanzaRecord[], reason: string | null, facts: VerdictFacts): Judged {
  const { failure, result, reference, stanza } = record;
  if (!failure || facts.kindOf(failure.step) === 'readies') return withoutFailure(record, reason, facts);
  const { error, step } = failure;
  const text = sentenceOf(error);
  const unverified = (why: string, waitsFor: string | null = null): Judged => ({ verdict: 'unverified', text: why, waitsFor });
  if (error instanceof UnknownPlaceholder) {
    const step = noterOf(error.placeholder, earlier, facts);
    return step === null
      ? unverified(text)
      : unverified(`espera pelo passo ${step}, que deveria anotar <${error.placeholder}>.`, step);
  }
  if ([ENVIRONMENT_ERROR, INTERRUPTED_ERROR, WAIT_BUDGET_ERROR].includes(error.name) || isOutOfReach(result?.reply?.failure))
    return unverified(text);
  if (result === null) return unverified(text);
  const { asked, reply } = result;
  const askedRightly = asked === null || (reply !== null && isAsAsked(asked, reply));
  if (strayChange(result)) return { verdict: 'cli-deviates', text };
  const isAboutCli = step === stanza.steps[stanza.at] || facts.kindOf(step) === 'cli';
  if (askedRightly && isAboutCli && reply?.status != null) return { verdict: 'cli-deviates', text };
  const waitsFor = askedRightly || reference?.why != null ? doubtOf(record, earlier) : null;
  if (waitsFor !== null && askedRightly)
    return unverified(`espera pelo passo ${waitsFor}, ${whyOf(waitsFor, earlier)}: ${text}`, waitsFor);
  if (waitsFor !== null) return { verdict: 'cli-deviates', text };
  if (askedRightly && reply?.isWithheld) return unverified(text);
  if (reference) {
    if (reference.why === null) return { verdict: 'cli-deviates', text };
    const also = reference.why === text ? '' : ` Pedido direto à API: ${reference.why}`;
    return { verdict: 'api-deviates', text: `${text}${also}` };
  }
  return { verdict: askedRightly ? 'api-deviates' : 'cli-deviates', text };
}

/** In what state the step that is waited for left what it is about. */
function whyOf(waitsFor: string, earlier: readonly StanzaRecord[]): string {
  const before = earlier.find(({ stanza }) => stanza.step === waitsFor);
  return before?.result && strayChange(before.result)
    ? 'que mudou o que não devia'
    : 'que não chegou ao estado de que este parte';
}

function withoutFailure(record: StanzaRecord, reason: string | null, { unexpectedIn, kindOf }: VerdictFacts): Judged {
  const { stanza, passed, result, unproven } = record;
  const missing = stanza.steps.find((step) => !passed.has(step.id) && kindOf(step) !== 'readies');
  if (missing) return { verdict: 'unverified', text: reason ?? `o passo "${missing.text}" não foi executado.` };
  const unexpected = result && unexpectedIn(result);
  if (unexpected) return { verdict: 'cli-deviates', text: unexpected };
  return unproven === null ? { verdict: 'holds', text: '' } : { verdict: 'unverified', text: unproven };
}

/** The stanza that should have noted a placeholder: the last one that says so. */
function noterOf(placeholder: string, earlier: readonly StanzaRecord[], { kindOf }: VerdictFacts): string | null {
  const notes = ({ stanza }: StanzaRecord): boolean =>
    stanza.steps.some((step) => kindOf(step) === 'notes' && step.text.endsWith(`<${placeholder}>`));
  return earlier.findLast(notes)?.stanza.step ?? null;
}

/**
 * The earlier stanza that left something of what this one speaks of in another state than promised: what the API says of it now is no news.
 * A state of what has no name, such as the account's switch, is a state of everything.
 */
function doubtOf({ stanza, failure }: StanzaRecord, earlier: readonly StanzaRecord[]): string | null {
  const spoken = placeholdersOf(`${stanza.command} ${failure?.step.text}`);
  const isDoubtful = ({ stanza: before, unreached, result }: StanzaRecord): boolean => {
    const stray = result !== null && strayChange(result) ? placeholdersOf(before.command) : [];
    if (stray.some((name) => spoken.includes(name))) return true;
    return unreached.some(({ text }) => {
      const names = placeholdersOf(text);
      return names.length === 0 || names.some((name) => spoken.includes(name));
    });
  };
  return earlier.findLast(isDoubtful)?.stanza.step ?? null;
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
}
