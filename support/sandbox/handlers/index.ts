import { advisorHandlers } from './advisor';
import { agentHandlers } from './agents';
import { authHandlers } from './auth';
import { balanceHandlers } from './balance';
import { finetuneHandlers } from './finetune';
import type { Handler } from './handler';
import { healthHandlers } from './health';
import { instanceHandlers } from './instances';
import { metricsHandlers } from './metrics';
import { migrationHandlers } from './migration';
import { offerHandlers } from './offers';
import { savingsHandlers } from './savings';
import { snapshotHandlers } from './snapshots';
import { spotHandlers } from './spot';
import { standbyHandlers } from './standby';
import { analysisHandlers } from './wizard';

/** Every handler by operationId, in the groups that the files make. */
export const HANDLER_GROUPS: readonly Readonly<Record<string, Handler>>[] = [
  authHandlers,
  offerHandlers,
  instanceHandlers,
  snapshotHandlers,
  standbyHandlers,
  finetuneHandlers,
  advisorHandlers,
  spotHandlers,
  metricsHandlers,
  savingsHandlers,
  analysisHandlers,
  migrationHandlers,
  healthHandlers,
  agentHandlers,
  balanceHandlers,
];

/** The handler of each operation. */
export const HANDLERS: Readonly<Record<string, Handler>> = Object.assign({}, ...HANDLER_GROUPS);
