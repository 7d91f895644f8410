import { closeSync, openSync, readSync } from 'node:fs';
import type * as messages from '@cucumber/messages';
import { Misuse } from '../shared/command-line';
import { list } from '../shared/words';
import { RunCollector } from './model/collector';
import type { Run } from './model/run';

/**
 * Reads the message streams of one run: of its shards, or of a run and its failures run again. What is missing from a stream that was cut
 * is told in `run.gaps`; the rest of it counts.
 * @param files paths of NDJSON files
 * @throws Misuse for a file that is no message stream
 * @throws what the file system throws
 */
export function readRun(files: readonly string[]): Run {
  const collector = new RunCollector();
  for (const file of files) {
    const { run } = collector;
    const gap = readStream(file, collector);
    collector.endStream();
    if (gap === null) continue;
    run.gaps.push(gap);
    run.succeeded = false;
  }
  const { missingParts, run } = collector;
  if (missingParts.length > 0) {
    const which =
      missingParts.length === 1 ? `Falta a parte ${missingParts[0]}` : `Faltam as partes ${list(missingParts.map(String))}`;
    run.gaps.push(`${which} da execução (--shard); o que está aqui não é o todo.`);
  }
  return run;
}

/** What is missing from the stream, in a sentence; null when it is whole. */
function readStream(file: string, collector: RunCollector): string | null {
  let number = 0;
  let damaged: number | null = null;
  let understood = 0;
  let finished = false;
  for (const line of linesOf(file)) {
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
    throw new Misuse(
      `${file} não traz as mensagens de uma execução; informe o arquivo que o formato "message" do cucumber-js grava (reports/messages.ndjson).`,
    );
  }
  if (damaged !== null && finished) return `${file} tem a linha ${damaged} ilegível; o resto foi aproveitado.`;
  if (!finished)
    return `${file} está cortado${damaged === null ? '' : ` na linha ${damaged}`}: o que vem antes foi aproveitado, o fim da execução não está nele.`;
  return null;
}

const CHUNK_BYTES = 1 << 20;
const LINE_BREAK = 0x0a;

/** The lines of a file, one in memory at a time: a stream of many scenarios is larger than what is made of it. */
function* linesOf(file: string): Generator<string, void, undefined> {
  const descriptor = openSync(file, 'r');
  try {
    let rest = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.allocUnsafe(rest.length + CHUNK_BYTES);
      rest.copy(chunk);
      const size = readSync(descriptor, chunk, rest.length, CHUNK_BYTES, null);
      const filled = chunk.subarray(0, rest.length + size);
      let from = 0;
      for (let end = filled.indexOf(LINE_BREAK); end !== -1; end = filled.indexOf(LINE_BREAK, from)) {
        yield filled.toString('utf8', from, end);
        from = end + 1;
      }
      rest = filled.subarray(from);
      if (size === 0) break;
    }
    if (rest.length > 0) yield rest.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
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
