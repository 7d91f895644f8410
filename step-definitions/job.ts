import { Then } from '@cucumber/cucumber';
import { waitForGrowth, waitForStandstill } from '../support/suite/resources/job-logs';
import type { DumontWorld } from '../support/world';

// Olha os logs do treino até ver o movimento: E os logs do job <job_id> crescem · E os logs do job <job_id> param de crescer
Then(
  'os logs do job {memória} {movimento}',
  async function (this: DumontWorld, placeholder: string, movement: 'crescem' | 'param de crescer') {
    await (movement === 'crescem' ? waitForGrowth(placeholder, this.client) : waitForStandstill(placeholder, this.client));
  },
);
