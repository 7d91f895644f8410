import { loadContract } from '../contract/contract';
import { explainFailure, failureCode } from '../wire/failures';
import { requestJson } from '../wire/http';
import type { Account } from './target';

const TIMEOUT_MS = 30_000;

/**
 * A token for an account, asked of the API itself: a preparation that no scenario is about.
 * @throws Error in Portuguese when the backend does not answer or refuses the user
 */
export async function loginByApi(baseUrl: string, { email, password }: Account): Promise<string> {
  const { method, path } = loadContract().operation('login');
  const { status, body } = await ask(baseUrl, method, path, { username: email, password });
  const token = (body as { token?: unknown } | undefined)?.token;
  if (status === 401) {
    throw new Error(`o backend recusou a senha de ${email}; confira DUMONT_TEST_EMAIL e DUMONT_TEST_PASSWORD.`);
  }
  if (status !== 200 || typeof token !== 'string') {
    throw new Error(`o login de ${email} deveria responder 200 com um token, mas respondeu ${status}.`);
  }
  return token;
}

/** GET /health of the backend. @throws as `ask` */
export async function askHealth(baseUrl: string): Promise<{ status: number; body: unknown }> {
  const { method, path } = loadContract().operation('getHealth');
  return ask(baseUrl, method, path);
}

/** The account's balance in US$, or null on a backend without that operation. */
export async function askBalance(baseUrl: string, token: string): Promise<number | null> {
  const { method, path } = loadContract().operation('getBalance');
  const { status, body } = await ask(baseUrl, method, path, undefined, token);
  if (status === 404) return null;
  const { credit = 0, balance = 0 } = (body ?? {}) as { credit?: number; balance?: number };
  if (status !== 200) throw new Error(`a consulta do saldo deveria responder 200, mas respondeu ${status}.`);
  return credit + balance;
}

async function ask(baseUrl: string, method: string, path: string, body?: unknown, token?: string) {
  try {
    return await requestJson({ method, url: baseUrl + path, body, token, timeoutMs: TIMEOUT_MS });
  } catch (error) {
    throw new Error(
      `o backend em ${baseUrl} não responde (${explainFailure(failureCode(error))}); confira se ele está no ar e se DUMONT_BASE_URL está certo.`,
    );
  }
}
