import { connectControl } from '../../sandbox/index';
import type { DeploymentTarget } from '../../settings';
import { loginByApi } from './session';
import type { Account, Target } from './target';

/** A deployment that somebody else runs: one account, shared by all scenarios, named in the settings. */
export async function openDeploymentTarget(settings: DeploymentTarget): Promise<Target> {
  let session: Promise<string> | undefined; // one for all scenarios of the process: they share the account
  const tokens = new Set<string>();
  const login = (account: Account): Promise<string> => {
    session ??= loginByApi(settings.baseUrl, account).then((token) => {
      tokens.add(token);
      return token;
    });
    session.catch(() => {
      session = undefined;
    });
    return session;
  };
  return {
    kind: 'deployment',
    baseUrl: settings.baseUrl,
    hasOwnAccounts: false,
    control: settings.control === null ? null : connectControl(settings.control),
    secrets: tokens,
    login,
    openAccount: async () => ({ email: settings.email, password: settings.password, secrets: [] }),
    closeAccount: async () => {},
    close: async () => {},
  };
}
