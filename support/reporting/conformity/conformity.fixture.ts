import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PromiseVerdict } from '../../shared/messages/note';
import type { RunInfo } from '../../shared/messages/run-info';
import { madeRun } from '../history/testing/made-run';
import type { Run } from '../model/run';
import { documentedScenario } from '../model/stanzas';
import { passedRun } from '../testing/passed-run';
import { promisesIn } from './promises';

const FEATURES = path.resolve(__dirname, '../../../features');

/** The main files of the ten journeys: text by path. */
export function journeyFeatures(): Record<string, string> {
  const names = readdirSync(FEATURES).filter((name) => name.endsWith('.feature'));
  return Object.fromEntries(names.sort().map((name) => [`features/${name}`, readFileSync(path.join(FEATURES, name), 'utf8')]));
}

/** What a run says of a step other than that it holds; null: it says nothing. */
export type Said = Readonly<Record<string, Partial<PromiseVerdict> | null>>;

/**
 * A run of the journeys as they are, in which every promise holds except what `said` says otherwise.
 * @param minute when it began, in minutes after a fixed moment
 * @param features the files that were in the run
 */
export function judgedRun(
  said: Said = {},
  {
    minute = 0,
    features = journeyFeatures(),
    runInfo = {},
  }: { minute?: number; features?: Record<string, string>; runInfo?: Partial<RunInfo> } = {},
): Run {
  const { startedAt, finishedAt, runInfo: info } = madeRun(minute, [], runInfo);
  const run: Run = { ...passedRun(features), startedAt, finishedAt, runInfo: info };
  for (const { step, command, operation, scenario } of promisesIn(run)) {
    const own = said[step];
    if (own === null) continue;
    scenario.attempts
      .at(-1)
      ?.steps.at(-1)
      ?.notes.push({
        kind: 'promise',
        step,
        command,
        operationId: operation ?? '',
        verdict: 'holds',
        waitsFor: null,
        contractDifferences: 0,
        text: '',
        ...own,
      });
  }
  return run;
}

/** The journeys with these numbers only: text by path. */
export function someJourneys(...numbers: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(journeyFeatures()).filter(([uri]) =>
      numbers.some((number) => uri.startsWith(`features/${String(number).padStart(2, '0')}_`)),
    ),
  );
}

/** Every kind of verdict, with text that would do harm as anything but text. */
export const MIXED: Said = {
  '2.3': {
    verdict: 'cli-deviates',
    text: 'A CLI pediu POST /instances/rent, e não POST /api/v1/instances.',
    contractDifferences: 2,
  },
  '2.4': { verdict: 'unverified', waitsFor: '2.3', text: 'Depende do passo 2.3.' },
  '9.4': {
    verdict: 'api-deviates',
    text: 'A API respondeu 404 e não 200 | <b>&amp;</b> `x` "y" \u001b[31m.',
    contractDifferences: 1,
  },
  '10.6': null,
};

/** The scenario of a journey that has its commands. */
export function scenarioOf(run: Run, number: number): ReturnType<typeof documentedScenario> {
  const journey = run.journeys.find(({ uri }) => uri.startsWith(`features/${String(number).padStart(2, '0')}_`));
  return journey ? documentedScenario(journey) : null;
}
