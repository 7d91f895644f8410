import { visible } from '../../shared/visible';
import type { Conformity } from '../conformity/conformity';
import { promiseJson } from '../conformity/json';
import { conformitySentence } from '../conformity/sentences';
import { listedCounts } from '../deviations/sentences';
import { isFailure, journeyGroup, outcomeOf, scenariosOf, type Totals, totalsOf } from '../model/outcome';
import type { Run } from '../model/run';
import { failuresOf } from '../text/explain';
import { headline } from '../text/headline';

/**
 * The outcome of a run for programs, `resumo.json`: the same figures as on every page. Times are in milliseconds.
 * @param conformity what the run says of every promise
 */
export function summaryJson(run: Run, conformity: Conformity): string {
  const summary = {
    headline: headline(run),
    succeeded: run.succeeded,
    dryRun: run.dryRun,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    runInfo: run.runInfo,
    ci: run.ci,
    conformity: {
      sentence: conformitySentence(conformity),
      totals: conformity.totals,
      deviations: listedCounts(conformity.deviations),
      notHolding: conformity.promises.filter(({ verdict }) => verdict !== 'holds').map(promiseJson),
    },
    totals: figures(totalsOf(scenariosOf(run))),
    journeys: run.journeys.map((journey) => ({
      uri: journey.uri,
      name: visible(journey.name),
      state: journeyGroup(journey),
      totals: figures(totalsOf(journey.scenarios)),
    })),
    failures: run.journeys.flatMap((journey) =>
      journey.scenarios
        .filter((scenario) => isFailure(outcomeOf(scenario)))
        .map((scenario) => {
          const last = scenario.attempts.at(-1);
          return {
            key: scenario.key,
            place: `${scenario.uri}:${scenario.line}`,
            journey: visible(journey.name),
            scenario: visible(scenario.name),
            state: outcomeOf(scenario),
            reasons: last ? failuresOf(scenario, last).map(({ title, reason }) => ({ step: title, reason })) : [],
          };
        }),
    ),
    gaps: run.gaps,
  };
  return `${JSON.stringify(summary, null, 2)}\n`;
}

function figures({ durationMs, ...counts }: Totals): Totals {
  return { ...counts, durationMs: Math.round(durationMs) };
}
