import { connectControl } from '../../sandbox/index';
import type { DeploymentTarget } from '../../settings';
import type { Target } from './target';

/** A deployment that somebody else runs: one account, shared by all scenarios, named in the settings. */
export async function openDeploymentTarget(settings: DeploymentTarget): Promise<Target> {
  return {
    kind: 'deployment',
    baseUrl: settings.baseUrl,
    hasOwnAccounts: false,
    control: settings.control === null ? null : connectControl(settings.control),
    openAccount: async () => ({ email: settings.email, password: settings.password, secrets: [] }),
    closeAccount: async () => {},
    close: async () => {},
  };
}
