import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import * as messages from '@cucumber/messages';
import { RunCollector } from '../model/collector';
import type { Run } from '../model/run';

/**
 * For tests: the run of features whose scenarios all pass, read from messages as cucumber-js gives them, without running anything.
 * @param streams the features of each message stream, text by path
 */
export function passedRun(...streams: readonly Readonly<Record<string, string>>[]): Run {
  const collector = new RunCollector();
  for (const [index, features] of streams.entries()) {
    for (const envelope of envelopesOf(features, `${index}`)) collector.accept(envelope);
    collector.endStream();
  }
  return collector.run;
}

function envelopesOf(features: Readonly<Record<string, string>>, stream: string): messages.Envelope[] {
  let ids = 0;
  const newId = (): string => `${stream}-${ids++}`;
  const parsed = Object.entries(features).map(([uri, text]) => {
    const gherkinDocument = { ...new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher('pt')).parse(text), uri };
    return { gherkinDocument, pickles: compile(gherkinDocument, uri, newId) };
  });
  const cases = parsed.flatMap(({ pickles }) => pickles.map((pickle) => testCaseOf(pickle, newId)));
  return [
    ...parsed.flatMap(({ gherkinDocument, pickles }) => [{ gherkinDocument }, ...pickles.map((pickle) => ({ pickle }))]),
    { testRunStarted: { id: stream, timestamp: TIME } },
    ...cases.map((testCase) => ({ testCase })),
    ...cases.flatMap((testCase) => attempt(testCase, newId())),
    { testRunFinished: { success: true, timestamp: TIME, testRunStartedId: stream } },
  ];
}

function testCaseOf({ id, steps }: messages.Pickle, newId: () => string): messages.TestCase {
  return {
    id: newId(),
    pickleId: id,
    testSteps: steps.map((step) => ({ id: newId(), pickleStepId: step.id, stepDefinitionIds: [], stepMatchArgumentsLists: [] })),
  };
}

function attempt({ id: testCaseId, testSteps }: messages.TestCase, testCaseStartedId: string): messages.Envelope[] {
  return [
    { testCaseStarted: { id: testCaseStartedId, testCaseId, attempt: 0, timestamp: TIME } },
    ...testSteps.map(({ id }) => ({
      testStepFinished: { testCaseStartedId, testStepId: id, timestamp: TIME, testStepResult: PASSED },
    })),
    { testCaseFinished: { testCaseStartedId, timestamp: TIME, willBeRetried: false } },
  ];
}

const TIME: messages.Timestamp = { seconds: Date.UTC(2026, 2, 1, 12) / 1000, nanos: 0 };

const PASSED: messages.TestStepResult = {
  status: messages.TestStepResultStatus.PASSED,
  duration: { seconds: 0, nanos: 40_000_000 },
};
