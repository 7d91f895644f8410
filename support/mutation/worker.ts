import { buildFaultyCli, patchSandbox } from './faults/apply';
import { faultOf } from './faults/index';
import { FAULT_VARIABLE, type Job } from './job';
import type { Performance } from './performance';

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

async function open(): Promise<Performance> {
  const fault = faultOf(process.env[FAULT_VARIABLE]);
  if (fault?.part === 'sandbox') patchSandbox(fault);
  const entry = fault?.part === 'cli' ? (await buildFaultyCli(fault)).entry : undefined;
  const { Theatre } = require('./theatre') as typeof import('./theatre');
  const { Performance } = require('./performance') as typeof import('./performance');
  return new Performance(await Theatre.open(entry));
}

async function perform(job: Job): Promise<unknown> {
  const performance = await opened;
  switch (job.kind) {
    case 'rehearse':
      return performance.rehearseJourneys(job.features);
    case 'check':
      return performance.passesUnbroken(job.scenario);
    case 'wire':
      return performance.judgeWire(job.mutant, job.journey);
    case 'source':
      return performance.judgeSource(job.features, job.first);
  }
}
