import { startSandbox } from '../../sandbox/index';
import { loginByApi } from './session';
import type { Target } from './target';

/** The embedded sandbox, in this process: each scenario is a user of its own, made on the spot. */
export async function openSandboxTarget(): Promise<Target> {
  const sandbox = await startSandbox();
  return {
    kind: 'sandbox',
    baseUrl: sandbox.url,
    hasOwnAccounts: true,
    control: sandbox.control,
    secrets: [],
    login: (account) => loginByApi(sandbox.url, account),
    openAccount: () => sandbox.control.createUser({}),
    closeAccount: ({ email }) => sandbox.control.removeUser(email),
    close: () => sandbox.close(),
  };
}
