import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type * as messages from '@cucumber/messages';
import { RunCollector } from './model/collector';
import type { Run } from './model/run';

/** A file that holds no message stream at all. The message says which, why and what to do. */
export class NotAMessageStream extends Error {
  override readonly name = 'NotAMessageStream';
}

/**
 * Reads the message streams of one run: of its shards, or of a run and its failures run again. What is missing from a stream that was cut
 * is told in `run.gaps`; the rest of it counts.
 * @param files paths of NDJSON files
 * @throws NotAMessageStream for a file that is no message stream
 * @throws what the file system throws
 */
export async function readRun(files: readonly string[]): Promise<Run> {
  const collector = new RunCollector();
  for (const file of files) {
    const { run } = collector;
    const gap = await readStream(file, collector);
    collector.endStream();
    if (gap === null) continue;
    run.gaps.push(gap);
    run.succeeded = false;
  }
  return collector.run;
}

/** What is missing from the stream, in a sentence; null when it is whole. */
async function readStream(file: string, collector: RunCollector): Promise<string | null> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  let damaged: number | null = null;
  let understood = 0;
  let finished = false;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const envelope = parse(line);
    if (envelope === null) {
      damaged ??= number;
      continue;
    }
    understood += 1;
    collector.accept(envelope);
    if (envelope.testRunFinished || envelope.parseError) finished = true;
  }
  if (understood === 0) {
    throw new NotAMessageStream(
      `${file} não traz as mensagens de uma execução; informe o arquivo que o formato "message" do cucumber-js grava (reports/messages.ndjson).`,
    );
  }
  if (damaged !== null && finished) return `${file} tem a linha ${damaged} ilegível; o resto foi aproveitado.`;
  if (!finished)
    return `${file} está cortado${damaged === null ? '' : ` na linha ${damaged}`}: o que vem antes foi aproveitado, o fim da execução não está nele.`;
  return null;
}

function parse(line: string): messages.Envelope | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && KNOWN.some((kind) => kind in value)
      ? (value as messages.Envelope)
      : null;
  } catch {
    return null;
  }
}

/** The envelopes of a stream by Cucumber; a line with none of them is something else. */
const KNOWN: readonly (keyof messages.Envelope)[] = [
  'attachment',
  'externalAttachment',
  'gherkinDocument',
  'hook',
  'meta',
  'parameterType',
  'parseError',
  'pickle',
  'source',
  'stepDefinition',
  'suggestion',
  'testCase',
  'testCaseFinished',
  'testCaseStarted',
  'testRunFinished',
  'testRunHookFinished',
  'testRunHookStarted',
  'testRunStarted',
  'testStepFinished',
  'testStepStarted',
  'undefinedParameterType',
];
