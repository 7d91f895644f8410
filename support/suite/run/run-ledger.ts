import { hostname } from 'node:os';
import path from 'node:path';
import type { DeploymentTarget } from '../../settings';
import { environment } from '../../shared/environment';
import { ledgerFile } from '../safety/cleanup/ledger-folder';
import type { RunBegins } from '../safety/cleanup/ledger-records';
import { runFolder } from './run-folder';

/** The ledger of this run, the same for all its processes, and what it says of the run. */
export function runLedger({ baseUrl, email }: DeploymentTarget): { readonly file: string; readonly run: RunBegins } {
  const run = path.basename(runFolder());
  const pid = environment().CUCUMBER_WORKER_ID === undefined ? process.pid : process.ppid;
  return { file: ledgerFile(run), run: { type: 'run', run, baseUrl, account: email, host: hostname(), pid } };
}
