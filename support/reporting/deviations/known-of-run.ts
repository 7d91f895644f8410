import { deviationsFolder, type Environment } from '../../shared/environment';
import type { Run } from '../model/run';
import { mayDeviate } from './compare';
import { type KnownDeviations, readKnown } from './known-file';

/** What is listed for the target and CLI of a run; null for nothing. @throws Misuse for a list that cannot be understood */
export function knownOfRun({ runInfo }: Pick<Run, 'runInfo'>, env: Environment): KnownDeviations | null {
  return mayDeviate(runInfo) ? readKnown(deviationsFolder(env), runInfo) : null;
}
