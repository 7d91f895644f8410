import { buildFaultyCli, patchSandbox } from './faults/apply';
import { faultOf } from './faults/index';
import { FAULT_VARIABLE, type Job } from './job';
import type { Theatre } from './theatre';

// One process of `npm run mutation`: it loads the suite once, with a fault in the product's source when it is told one, and then does job
// after job. What it loads comes after the fault is in place, hence the late `require`s.

const opened = openTheatre();

process.on('message', (job: Job) => {
  perform(job).then(
    (answer) => process.send?.({ answer }),
    (error: Error) => process.send?.({ error: error.stack ?? error.message }),
  );
});
process.once('disconnect', () => process.exit());

async function openTheatre(): Promise<Theatre> {
  const fault = faultOf(process.env[FAULT_VARIABLE]);
  if (fault?.part === 'sandbox') patchSandbox(fault);
  const entry = fault?.part === 'cli' ? (await buildFaultyCli(fault)).entry : undefined;
  const { Theatre: theatre } = require('./theatre') as typeof import('./theatre');
  return theatre.open(entry);
}

async function perform(job: Job): Promise<unknown> {
  const theatre = await opened;
  const { judgeSource, judgeWire, rehearse } = require('./performance') as typeof import('./performance');
  switch (job.kind) {
    case 'rehearse':
      return rehearse(theatre, job.feature, job.journey);
    case 'wire':
      return judgeWire(theatre, job.mutant, job.scenarios);
    case 'source':
      return judgeSource(theatre, job.features);
  }
}
