/** One request as it reaches a backend, and the reply that the sandbox gives to it. */
export interface Seen {
  readonly method: string;
  /** Below the prefix: `/instances/42`. */
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** In what a backend may differ from the one of the document. */
export interface Deviation {
  readonly says: string;
  /** A reply without asking the sandbox, or undefined. */
  readonly answer?: (method: string, path: string) => Reply | undefined;
  /** What becomes of the sandbox's reply, or undefined where it stays as it is. */
  readonly change?: (seen: Seen) => Reply | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Applies to the successful replies, objects, of one operation. */
const ofReply =
  (method: string, path: RegExp, change: (body: Fields) => unknown): Deviation['change'] =>
  (seen) =>
    seen.method === method && path.test(seen.path) && seen.status < 300 && isFields(seen.body)
      ? { status: seen.status, body: change(seen.body) }
      : undefined;

const without = (name: string, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));

/** Keys of other providers, in clear, as deployments show them. */
export const UNDECLARED_SECRETS = {
  openrouter_api_key: 'sk-or-v1-0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  tensordock_auth_id: '7c1f0a52-0d1e-4a35-9c55-6f4f6c0c9a10',
} as const;

/** Every `actual_status` of a body that says paused. */
function stopped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stopped);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'actual_status' && inner === 'paused' ? 'stopped' : stopped(inner),
    ]),
  );
}

export const DEVIATIONS = {
  'email-inside-user': {
    says: 'GET /auth/me has the e-mail inside user only',
    change: ofReply('GET', /^\/auth\/me$/, (body) => without('email', body)),
  },
  'snapshot-id-for-id': {
    says: 'POST /snapshots names the snapshot by snapshot_id',
    change: ofReply('POST', /^\/snapshots$/, (body) => ({ ...without('id', body), snapshot_id: body.id })),
  },
  'bare-lists': {
    says: 'a reply that is {data: [...]} and nothing else comes as the bare list',
    change: ({ status, body }) => (isFields(body) && Array.isArray(body.data) ? { status, body: body.data } : undefined),
  },
  'sync-does-nothing': {
    says: 'a sync does nothing and answers 200 with success false',
    answer: (method, path) =>
      method === 'POST' && /^\/instances\/[^/]+\/sync$/.test(path)
        ? { status: 200, body: { success: false, instance_id: Number(path.split('/')[2]), error: 'Sync failed' } }
        : undefined,
  },
  'unknown-id-is-500': {
    says: 'DELETE of an unknown id answers 500',
    change: ({ method, status }) =>
      method === 'DELETE' && status === 404 ? { status: 500, body: { error: 'Internal server error' } } : undefined,
  },
  'unknown-settings': {
    says: 'the settings hold the keys of further providers, in clear',
    change: ({ method, path, status, body }) => {
      if (method !== 'GET' || status !== 200 || !isFields(body)) return undefined;
      if (path === '/settings' && isFields(body.settings)) {
        return { status, body: { ...body, settings: { ...body.settings, ...UNDECLARED_SECRETS } } };
      }
      if (path !== '/auth/me' || !isFields(body.user) || !isFields(body.user.settings)) return undefined;
      const settings = { ...body.user.settings, ...UNDECLARED_SECRETS };
      return { status, body: { ...body, user: { ...body.user, settings } } };
    },
  },
  'flat-settings': {
    says: 'the settings stand at the top of the reply',
    change: ofReply('GET', /^\/settings$/, ({ vast_api_key, settings, ...rest }) => ({
      vast_api_key,
      ...(isFields(settings) && settings),
      ...rest,
    })),
  },
  'stopped-for-paused': {
    says: 'actual_status of a paused machine reads stopped',
    change: ({ status, body }) => ({ status, body: stopped(body) }),
  },
  'no-balance': {
    says: 'there is no /balance',
    answer: (_method, path) => (path === '/balance' ? { status: 404, body: { error: 'Not Found' } } : undefined),
  },
} as const satisfies Readonly<Record<string, Deviation>>;

export type DeviationName = keyof typeof DEVIATIONS;

/**
 * What deployments.md tells of the backends, as two generations. It does not say which of them does what: between them they do all of it.
 */
export const OLDER_BACKEND: readonly DeviationName[] = [
  'email-inside-user',
  'snapshot-id-for-id',
  'bare-lists',
  'unknown-id-is-500',
  'flat-settings',
  'stopped-for-paused',
  'no-balance',
];
export const NEWER_BACKEND: readonly DeviationName[] = [
  'email-inside-user',
  'snapshot-id-for-id',
  'bare-lists',
  'sync-does-nothing',
  'unknown-id-is-500',
  'unknown-settings',
  'stopped-for-paused',
];
