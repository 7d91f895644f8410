import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { checkExchange } from '../../contract/checker';
import type { SuccessBody } from '../../contract/types';
import type { NewUser, User } from '../control';
import { type Sandbox, type SandboxOptions, startSandbox } from '../index';

export interface Answer {
  readonly status: number;
  // A test reads whatever the operation sent; that it has the contract's shape was checked before.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any;
}

const API = '/api/v1';
const DEADLINE_MS = 5_000;

/** Sends one request and holds the exchange against the contract: every reply that a test produces is checked so. */
export async function send(
  baseUrl: string,
  method: string,
  target: string,
  { token, body }: { token?: string | undefined; body?: unknown } = {},
): Promise<Answer> {
  const url = new URL(target.startsWith('/') ? `${API}${target}` : `/${target}`, baseUrl);
  const response = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = { status: response.status, body: await response.json() };
  const exchange = { method, path: url.pathname, query: url.searchParams, requestBody: body };
  const mismatches = await checkExchange({ ...exchange, status: answer.status, responseBody: answer.body });
  assert.deepEqual(
    mismatches.map(({ sentence }) => sentence),
    [],
    `${method} ${target} replies as the contract says`,
  );
  return answer;
}

/** One logged-in user of a sandbox. Targets are paths below /api/v1. */
export class Session {
  constructor(
    readonly user: User,
    private readonly baseUrl: string,
    readonly token: string,
  ) {}

  get(target: string): Promise<Answer> {
    return send(this.baseUrl, 'GET', target, { token: this.token });
  }

  post(target: string, body?: unknown): Promise<Answer> {
    return send(this.baseUrl, 'POST', target, { token: this.token, body });
  }

  delete(target: string): Promise<Answer> {
    return send(this.baseUrl, 'DELETE', target, { token: this.token });
  }

  /** The cheapest RTX 4090 that this account can rent. */
  async cheapestOffer(): Promise<SuccessBody<'listOffers'>['offers'][number]> {
    const { body } = await this.get('/instances/offers?gpu_name=rtx4090&min_disk=100');
    return body.offers[0];
  }

  /** Rents the cheapest RTX 4090 and waits until it runs. */
  async runningInstance(wishes: object = {}): Promise<SuccessBody<'getInstance'>> {
    const { id: offer_id } = await this.cheapestOffer();
    const created = await this.post('/instances', { offer_id, ...wishes });
    assert.equal(created.status, 201);
    return this.until(`/instances/${created.body.id}`, ({ status }) => status === 'running');
  }

  /** Asks again until the reply is as wanted. */
  async until(target: string, wanted: (body: Answer['body']) => boolean): Promise<Answer['body']> {
    for (const deadline = Date.now() + DEADLINE_MS; Date.now() < deadline; await pause(5)) {
      const { body } = await this.get(target);
      if (wanted(body)) return body;
    }
    throw new Error(`GET ${target} never showed what was wanted`);
  }
}

export type Backend = Sandbox & { login(user?: NewUser): Promise<Session> };

/** A sandbox with quick timings; `login` makes a user and opens a session. Close it when the tests are over. */
export async function openBackend(options: SandboxOptions = {}): Promise<Backend> {
  const sandbox = await startSandbox({
    ...options,
    timings: { instanceStart: 20, standbyReady: 20, standbySync: 20, ...options.timings },
  });
  const login = async (wishes: NewUser = {}): Promise<Session> => {
    const user = await sandbox.control.createUser(wishes);
    const { body } = await send(sandbox.url, 'POST', '/auth/login', { body: { username: user.email, password: user.password } });
    return new Session(user, sandbox.url, body.token);
  };
  return { ...sandbox, login };
}
