import type { Requirement } from '../../sandbox/index';
import type { DumontWorld } from '../../world';
import { askBalance, savedToken } from './session';

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

/**
 * Sees to it that the account has what the document asks of it: given to an account of the scenario's own, checked on a shared one,
 * with commands of the CLI where one shows it.
 * @returns why the scenario cannot be run on this account, or null when it can
 * @throws Error when the account lacks what the suite's user must give it
 */
export async function meetRequirement(name: RequirementName, world: DumontWorld): Promise<string | null> {
  const requirement = REQUIREMENTS[name];
  if (world.hasOwnAccount) {
    await world.control.setRequirement((await world.account()).email, requirement, true);
    return null;
  }
  const inSettings = SHOWN_IN_SETTINGS[requirement];
  if (inSettings) {
    const reply = (await world.prepare('dumont setting list')) as SettingsReply;
    const value = inSettings(reply);
    if (value === undefined || value === null || value === '')
      throw new Error(`falta na conta: ${name}; configure isso antes de rodar esta jornada.`);
    return null;
  }
  if (requirement === 'balance') return checkBalance(world);
  if (requirement === 'history') return checkHistory(world);
  return null; // no command shows a dataset: the job that is created with it (5.4) is its proof
}

/** Takes something away from the account; from one that others share, only until the scenario ends. */
export async function loseRequirement(name: RequirementName, world: DumontWorld): Promise<void> {
  const { control, cleanups } = world;
  const { email } = await world.account();
  const give = (present: boolean): Promise<void> => control.setRequirement(email, REQUIREMENTS[name], present);
  if (!world.hasOwnAccount) cleanups.defer(`devolver à conta ${name}`, () => give(true));
  await give(false);
}

async function checkBalance(world: DumontWorld): Promise<null> {
  const token = savedToken(world.home);
  if (token === null)
    throw new Error('para conferir o saldo é preciso ter entrado na conta: ponha antes "Dado que estou autenticado".');
  const balance = await askBalance(world.suite.target.baseUrl, token);
  if (balance !== null && balance <= 0)
    throw new Error(`a conta não tem saldo (US$ ${balance}): ponha crédito nela antes de rodar esta jornada.`);
  return null; // a backend without that operation tells at 2.3, with a 402
}

async function checkHistory(world: DumontWorld): Promise<string | null> {
  const { total_hours } = (await world.prepare('dumont saving summary')) as { total_hours?: number };
  return (total_hours ?? 0) > 0 ? null : 'a conta ainda não tem histórico de uso; use uma GPU por algum tempo e rode de novo.';
}
