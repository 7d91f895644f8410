import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadContract } from '../../contract/contract';
import { type Exchange, isSuccess } from '../wire/exchange';
import { callApi } from './api';
import type { Account } from './target';

/**
 * A token for an account, asked of the API itself: a preparation that no scenario is about.
 * @throws Error in Portuguese when the backend does not answer or refuses the user
 */
export async function loginByApi(baseUrl: string, { email, password }: Account): Promise<string> {
  const { status, body } = await callApi(baseUrl, 'login', { body: { username: email, password } });
  const token = (body as { token?: unknown } | undefined)?.token;
  if (status === 401) {
    throw new Error(`o backend recusou a senha de ${email}; confira DUMONT_TEST_EMAIL e DUMONT_TEST_PASSWORD.`);
  }
  if (status === 404)
    throw new Error(`${baseUrl} não parece ser a API da Dumont: o login respondeu 404; confira DUMONT_BASE_URL.`);
  if (status !== 200 || typeof token !== 'string') {
    throw new Error(`o login de ${email} deveria responder 200 com um token, mas respondeu ${status}.`);
  }
  return token;
}

/** Where the CLI keeps its session, in its HOME (the document, journey 1: `~/.dumont_token`). */
export const TOKEN_FILE = '.dumont_token';

/** The token that the CLI keeps in its HOME, or null when there is no session. */
export function savedToken(home: string): string | null {
  const file = path.join(home, TOKEN_FILE);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** Leaves a token where the CLI looks for it. */
export function saveToken(token: string, home: string): void {
  writeFileSync(path.join(home, TOKEN_FILE), token, { mode: 0o600 });
}

/** Leaves in a HOME what the CLI would after this exchange: the token of a login, none after a logout. */
export function keepSession(exchange: Exchange | null, home: string): void {
  if (!exchange?.operationId || !isSuccess(exchange.status)) return;
  const { session } = loadContract().operation(exchange.operationId).cli ?? {};
  const { token } = (exchange.responseBody ?? {}) as { token?: unknown };
  if (session === 'opens' && typeof token === 'string') saveToken(token, home);
  if (session === 'closes') rmSync(path.join(home, TOKEN_FILE), { force: true });
}
