import type { PickleStep } from '@cucumber/messages';
import { loadContract, type OperationRequest } from '../../contract/contract';
import { askedBy, isAsAsked } from '../command/asked';
import { carriedOut } from '../command/carried-out';
import { commandArguments } from '../command/command-line';
import type { CommandLog } from '../command/command-log';
import { strayChange } from '../command/reached';
import type { CommandResult } from '../command/result';
import type { Memory } from '../language/memory';
import type { AccountClient } from '../resources/account-client';
import { keepSession } from '../targets/session';
import { type Exchange, isSuccess } from '../wire/exchange';
import type { StanzaRecord } from './promise-log';
import { sentenceOf } from './sentence';
import { kindOf, type StepKind } from './step-kinds';

/** How long a state is waited for that the product has little reason to reach. */
const SHORT_PATIENCE_MS = 10_000;

/** A step of the scenario, ready to be carried out outside its turn. */
export interface ReadyStep {
  readonly expression: unknown;
  run(): Promise<void>;
}

/** What the reference path needs of a scenario. */
export interface ReferenceStage {
  readonly memory: Memory;
  readonly commands: CommandLog;
  readonly client: AccountClient;
  /** What went over the wire for the commands before this one. */
  readonly before: readonly CommandResult[];
  readonly folders: { readonly home: string; readonly workFolder: string };
  /** Sends a documented request over the API, in the session that the CLI has. */
  carryOut(request: OperationRequest): Promise<Exchange>;
  /** Null for a step that nothing, or more than one definition, defines. */
  stepOf(step: PickleStep): ReadyStep | null;
}

/**
 * Brings about what a failed stanza should have left for the next ones: its documented command is carried out over the API, unless the wire
 * shows that the CLI's own command did it; then its steps that note and wait are. What the API itself did not keep is written into the
 * record. Never throws: what cannot be brought about shows in the stanzas that need it.
 */
export async function bringAbout(record: StanzaRecord, stage: ReferenceStage): Promise<void> {
  const source = await sourceOf(record, stage).catch(() => null);
  if (source === null) {
    record.unreached.push(
      ...claimsOf(record, stage).flatMap(({ step, kind }) => (waits(kind) && !record.passed.has(step.id) ? [step] : [])),
    );
    return;
  }
  keepSession(source.result.reply, stage.folders.home);
  await stage.commands.asIf(source.result, () => (source.isReference ? judge(record, stage) : leave(record, stage)));
}

interface Source {
  readonly result: CommandResult;
  /** Carried out by the suite, not by the CLI. */
  readonly isReference: boolean;
}

/** The command whose reply the stanza's steps are to read; null when nothing answered as it should. */
async function sourceOf(record: StanzaRecord, stage: ReferenceStage): Promise<Source | null> {
  const { result: own, stanza, failure } = record;
  const argv = commandArguments(stanza.command, stage.memory);
  const asked = own?.asked ?? askedBy(argv, stage.folders.workFolder);
  if (asked === null) return null;
  const writes = loadContract().operation(asked.operationId).writes;
  if (own) {
    const done = own.exchanges.find(({ operationId, status }) => operationId === asked.operationId && isSuccess(status));
    if (done && (writes || isAsAsked(asked, done))) return { result: { ...own, reply: done }, isReference: false };
    if (strayChange(own) && writes) return null; // on what it changed nothing more is to be built
    const early = doneEarly(asked, stage.before);
    if (early) return { result: { ...own, reply: early }, isReference: false };
    if (own.reply && isAnswered(own.reply, asked, failure?.step)) return null;
  }
  const exchange = await stage.carryOut(asked);
  if (exchange.isWithheld) return null;
  const { written = stanza.command } = own ?? {};
  return { result: carriedOut({ written, role: 'documented', argv, asked }, exchange), isReference: true };
}

/** An earlier command may have gone astray and done this one's work: what it brought about goes on from there. */
function doneEarly(asked: OperationRequest, before: readonly CommandResult[]): Exchange | undefined {
  return before
    .filter(strayChange)
    .flatMap(({ exchanges }) => exchanges)
    .find((exchange) => isSuccess(exchange.status) && isAsAsked(asked, exchange));
}

/** Was this very request answered already, or held back, as it would be again? A refused session is the CLI's own affair, and asked again with the one it should have. */
function isAnswered(reply: Exchange, asked: OperationRequest, failed: PickleStep | undefined): boolean {
  if (!isAsAsked(asked, reply)) return false;
  if (reply.status === null) return reply.isWithheld === true;
  return !(reply.status === 401 && failed?.text.startsWith('a API responde '));
}

/** Does the API keep what the stanza asks of it? */
async function judge(record: StanzaRecord, stage: ReferenceStage): Promise<void> {
  let why: string | null = null;
  for (const { step, kind, ready } of claimsOf(record, stage)) {
    if (kind === 'cli' || (why !== null && kind === null)) continue;
    const problem = await attempt(ready, why !== null, stage);
    if (problem !== null && waits(kind)) record.unreached.push(step);
    if (kind !== 'readies') why ??= problem;
  }
  record.reference = { why };
}

/** What the stanza notes and waits for, where it did not get that far. */
async function leave(record: StanzaRecord, stage: ReferenceStage): Promise<void> {
  const { failure, passed } = record;
  const isDoubtful =
    failure !== null &&
    kindOf(stage.stepOf(failure.step)?.expression) !== 'cli' &&
    failure.step !== record.stanza.steps[record.stanza.at];
  for (const { step, kind, ready } of claimsOf(record, stage)) {
    if ((kind !== 'notes' && !waits(kind)) || passed.has(step.id)) continue;
    const problem = step.id === failure?.step.id ? failure.error.message : await attempt(ready, isDoubtful, stage);
    if (problem !== null && waits(kind)) record.unreached.push(step);
  }
}

function waits(kind: StepKind | null): boolean {
  return kind === 'waits' || kind === 'readies';
}

/** @returns the sentence by which it failed, or null */
async function attempt(ready: ReadyStep, hurries: boolean, { client }: ReferenceStage): Promise<string | null> {
  try {
    await (hurries ? client.withPatience(SHORT_PATIENCE_MS, () => ready.run()) : ready.run());
    return null;
  } catch (error) {
    return sentenceOf(error);
  }
}

interface Claim {
  readonly step: PickleStep;
  readonly kind: StepKind | null;
  readonly ready: ReadyStep;
}

/** The steps after the command. */
function claimsOf({ stanza }: StanzaRecord, stage: ReferenceStage): Claim[] {
  return stanza.steps.slice(stanza.at + 1).flatMap((step) => {
    const ready = stage.stepOf(step);
    return ready ? [{ step, ready, kind: kindOf(ready.expression) }] : [];
  });
}
