import type * as messages from '@cucumber/messages';

/**
 * Deals out the scenarios of one message stream as that many shards would have run them: each stream has all that is common and its
 * share of the scenarios.
 * @param ndjson a whole stream
 * @returns one stream for each shard
 */
export function deal(ndjson: string, shards: number): string[] {
  const streams = Array.from({ length: shards }, (): string[] => []);
  const shardOfCase = new Map<string, number>();
  const shardOfAttempt = new Map<string, number>();
  for (const line of ndjson.trimEnd().split('\n')) {
    const shard = shardOf(JSON.parse(line), { shards, shardOfCase, shardOfAttempt });
    for (const [index, stream] of streams.entries()) if (shard === null || shard === index) stream.push(line);
  }
  return streams.map((lines) => `${lines.join('\n')}\n`);
}

interface Dealing {
  shards: number;
  shardOfCase: Map<string, number>;
  shardOfAttempt: Map<string, number>;
}

/** Null for what every shard says. */
function shardOf(envelope: messages.Envelope, { shards, shardOfCase, shardOfAttempt }: Dealing): number | null {
  const { testCase, testCaseStarted, testStepStarted, testStepFinished, testCaseFinished, attachment } = envelope;
  if (testCase) {
    const shard = shardOfCase.size % shards;
    shardOfCase.set(testCase.id, shard);
    return shard;
  }
  if (testCaseStarted) {
    const shard = shardOfCase.get(testCaseStarted.testCaseId) ?? 0;
    shardOfAttempt.set(testCaseStarted.id, shard);
    return shard;
  }
  const attempt = (testStepStarted ?? testStepFinished ?? testCaseFinished ?? attachment)?.testCaseStartedId;
  return attempt === undefined ? null : (shardOfAttempt.get(attempt) ?? 0);
}
