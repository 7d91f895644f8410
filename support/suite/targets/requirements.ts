import type { Requirement } from '../../sandbox/index';
import type { AccountClient } from '../resources/account-client';
import type { CleanupStack } from '../safety/cleanup/cleanup-stack';

/** What the document asks of an account, in the words of the features. */
export const REQUIREMENTS = {
  'a chave da Vast.ai': 'vast_key',
  saldo: 'balance',
  'o storage de backup configurado': 'storage',
  'storage de backup': 'storage',
  'credenciais da GCP': 'gcp',
  'um dataset preparado': 'dataset',
  'dataset preparado': 'dataset',
  'histórico de uso': 'history',
} as const satisfies Record<string, Requirement>;

export type RequirementName = keyof typeof REQUIREMENTS;

/** Where the settings of the account show a requirement. */
const SHOWN_IN_SETTINGS: Partial<Record<Requirement, (reply: SettingsReply) => unknown>> = {
  vast_key: (reply) => reply.vast_api_key,
  storage: (reply) => reply.settings?.restic_repo,
  gcp: (reply) => reply.settings?.gcp_credentials,
};

interface SettingsReply {
  readonly vast_api_key?: unknown;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What came of a requirement where it does not simply hold. */
export type Shortfall =
  /** The scenario cannot be run on this account. */
  | { readonly kind: 'skip'; readonly reason: string }
  /** The product does not tell it as the contract says: the journey itself will show. */
  | { readonly kind: 'unchecked'; readonly reason: string };

/** Whose account it is about. */
interface Owner {
  readonly client: AccountClient;
  readonly hasOwnAccount: boolean;
}

/**
 * Sees to it that the account has what the document asks of it: given to an account of the scenario's own, looked for over the API on a
 * shared one.
 * @returns null when it has
 * @throws Error when the account lacks what the suite's user must give it
 */
export async function meetRequirement(name: RequirementName, { client, hasOwnAccount }: Owner): Promise<Shortfall | null> {
  const requirement = REQUIREMENTS[name];
  if (hasOwnAccount) {
    await client.control.setRequirement((await client.account()).email, requirement, true);
    return null;
  }
  const inSettings = SHOWN_IN_SETTINGS[requirement];
  if (inSettings) return checkSettings(name, inSettings, client);
  if (requirement === 'balance') return checkBalance(client);
  if (requirement === 'history') return checkHistory(client);
  return null; // no command shows a dataset: the job that is created with it (5.4) is its proof
}

/** Takes something away from the account; from one that others share, only until the scenario ends. */
export async function loseRequirement(
  name: RequirementName,
  { client, hasOwnAccount, cleanups }: Owner & { readonly cleanups: CleanupStack },
): Promise<void> {
  const { control } = client;
  const { email } = await client.account();
  const give = (present: boolean): Promise<void> => control.setRequirement(email, REQUIREMENTS[name], present);
  if (!hasOwnAccount) cleanups.defer(`devolver à conta ${name}`, () => give(true));
  await give(false);
}

async function checkSettings(
  name: RequirementName,
  find: (reply: SettingsReply) => unknown,
  client: AccountClient,
): Promise<Shortfall | null> {
  const { status, body } = await client.look('listSettings', {}, 'any');
  const value = status === 200 ? find((body ?? {}) as SettingsReply) : undefined;
  if (value === null || value === '') throw new Error(`falta na conta: ${name}; configure isso antes de rodar esta jornada.`);
  return value === undefined ? unchecked(name, `GET /settings respondeu ${status} sem dizer isso`) : null;
}

async function checkBalance(client: AccountClient): Promise<Shortfall | null> {
  const { status, body } = await client.look('getBalance', {}, 'any');
  const { credit = 0, balance } = (body ?? {}) as { credit?: unknown; balance?: unknown };
  if (status !== 200 || typeof balance !== 'number' || typeof credit !== 'number')
    return unchecked('saldo', `GET /balance respondeu ${status} sem dizer isso`); // the product tells at 2.3, with a 402
  if (credit + balance <= 0)
    throw new Error(`a conta não tem saldo (US$ ${credit + balance}): ponha crédito nela antes de rodar esta jornada.`);
  return null;
}

async function checkHistory(client: AccountClient): Promise<Shortfall | null> {
  const { status, body } = await client.look('getSavingsSummary', {}, 'any');
  const { total_hours } = (body ?? {}) as { total_hours?: unknown };
  if (status !== 200 || typeof total_hours !== 'number')
    return unchecked('histórico de uso', `GET /savings/summary respondeu ${status} sem dizer isso`);
  if (total_hours > 0) return null;
  return { kind: 'skip', reason: 'a conta ainda não tem histórico de uso; use uma GPU por algum tempo e rode de novo.' };
}

function unchecked(name: RequirementName, why: string): Shortfall {
  return { kind: 'unchecked', reason: `Não pôde ser conferido que a conta tem ${name}: ${why}.` };
}
