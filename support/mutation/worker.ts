import { environment } from '../shared/environment';
import { buildFaultyCli, patchSandbox } from './faults/apply';
import { faultOf } from './faults/index';
import { FAULT_VARIABLE, type Job } from './job';
import type { MutantJudge } from './mutant-judge';

// One process of `npm run mutation`: it loads the suite once, with a fault in the product's source when it is told one, and then does job
// after job. What it loads comes after the fault is in place, hence the late `require`s.

const opened = open();

process.on('message', (job: Job) => {
  perform(job).then(
    (answer) => process.send?.({ answer }),
    (error: Error) => process.send?.({ error: error.stack ?? error.message }),
  );
});
process.once('disconnect', () => process.exit());

async function open(): Promise<MutantJudge> {
  const fault = faultOf(environment()[FAULT_VARIABLE]);
  if (fault?.part === 'sandbox') patchSandbox(fault);
  const entry = fault?.part === 'cli' ? (await buildFaultyCli(fault)).entry : undefined;
  const { FeatureRunner } = require('./feature-runner') as typeof import('./feature-runner');
  const { MutantJudge } = require('./mutant-judge') as typeof import('./mutant-judge');
  return new MutantJudge(await FeatureRunner.open(entry));
}

async function perform(job: Job): Promise<unknown> {
  const judge = await opened;
  switch (job.kind) {
    case 'dryRun':
      return judge.dryRunJourneys(job.features);
    case 'check':
      return judge.passesUnbroken(job.scenario);
    case 'wire':
      return judge.judgeWire(job.mutant, job.journey);
    case 'source':
      return judge.judgeSource(job.features, job.first);
  }
}
