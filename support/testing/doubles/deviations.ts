/** One request as it reaches a backend, and the reply that the sandbox gives to it. */
export interface Seen {
  readonly method: string;
  /** Below the prefix: `/instances/42`. */
  readonly path: string;
  readonly query: URLSearchParams;
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

/** A body in which fields of these names, at any depth, have become what `change` makes of them; undefined: they are gone. */
function eachField(value: unknown, change: (name: string, inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => eachField(each, change));
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, change(name, eachField(inner, change))] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

const renamed = (body: unknown, names: readonly string[], from: string, to: string | null): unknown =>
  eachField(body, (name, inner) => (names.includes(name) && inner === from ? to : inner));

const pruned = (body: unknown, names: readonly string[]): unknown =>
  eachField(body, (name, inner) => (names.includes(name) ? undefined : inner));

const invalid = (...loc: readonly string[]): Fields => ({
  error: 'Validation error',
  details: [{ type: 'missing', loc, msg: 'Field required', input: null }],
});

const OTHER_NAMES: Readonly<Record<string, string>> = {
  gpu_recommendation: 'recommended_gpu',
  config: 'technical_notes',
  analysis: 'data',
  rankings: 'items',
  gpus: 'items',
  estimated_cost: 'total_cost',
  total_savings: 'savings',
  gpu_breakdown: 'breakdown',
  monthly_data: 'history',
  stats: 'totals',
  cloud_comparison: 'comparison',
};

function otherNames(body: unknown): unknown {
  if (!isFields(body)) return body;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [OTHER_NAMES[name] ?? name, value]));
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
    says: 'a reply of the metrics that holds a list comes as the bare list',
    change: ({ status, path, body }) => {
      const list =
        /^\/metrics\/(?:market|efficiency|providers)$/.test(path) && isFields(body) && Object.values(body).find(Array.isArray);
      return list ? { status, body: list } : undefined;
    },
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
    change: ({ status, body }) => ({ status, body: renamed(body, ['actual_status'], 'paused', 'stopped') }),
  },
  'stopped-everywhere': {
    says: 'a paused machine reads stopped, asked for and in fact',
    change: ({ status, body }) => ({ status, body: renamed(body, ['status', 'actual_status'], 'paused', 'stopped') }),
  },
  'slow-start': {
    says: 'what really is lags behind what was asked for, and has no word for a start',
    change: ({ status, body }) => ({ status, body: renamed(body, ['actual_status'], 'creating', null) }),
  },
  'exact-gpu-names': {
    says: 'a filter by GPU compares letter by letter',
    change: ({ method, path, query, status, body }) => {
      const wanted = query.get('gpu_name');
      if (method !== 'GET' || path !== '/instances/offers' || wanted === null || !isFields(body)) return undefined;
      const offers = (body.offers as readonly Fields[]).filter(({ gpu_name }) => gpu_name === wanted);
      return { status, body: { ...body, offers, count: offers.length } };
    },
  },
  'other-spelling': {
    says: 'GPUs are spelt with an underscore',
    change: ({ status, body }) => ({ status, body: JSON.parse(JSON.stringify(body ?? null).replaceAll('"RTX ', '"RTX_')) }),
  },
  'incomplete-details': {
    says: 'the details of a machine leave its measures empty',
    change: ofReply('GET', /^\/instances\/\d+$/, (body) => ({ ...body, gpu_util: null, cpu_util: null, total_dph: null })),
  },
  'nameless-snapshots': {
    says: 'snapshots have no name',
    change: ofReply('GET', /^\/snapshots$/, (body) => ({
      ...body,
      snapshots: (body.snapshots as readonly Fields[]).map((each) => without('name', each)),
    })),
  },
  'restore-into-existing': {
    says: 'a snapshot is restored into a machine that there is',
    answer: (method, path) =>
      method === 'POST' && path === '/snapshots/restore' ? { status: 422, body: invalid('query', 'instance_id') } : undefined,
  },
  'standby-tells-little': {
    says: 'the standby tells neither enabled nor state nor orphans',
    change: (seen) =>
      isFields(seen.body) && seen.path.startsWith('/standby') && seen.status < 300
        ? { status: seen.status, body: pruned(seen.body, ['enabled', 'state', 'orphans']) }
        : undefined,
  },
  'jobs-by-id': {
    says: 'a job is named by id alone',
    change: (seen) =>
      seen.path.startsWith('/finetune/jobs') && !seen.path.endsWith('/logs')
        ? { status: seen.status, body: pruned(seen.body, ['job_id']) }
        : undefined,
  },
  'cancel-tells-nothing': {
    says: 'a cancelled job tells no status',
    change: ofReply('POST', /^\/finetune\/jobs\/[^/]+\/cancel$/, () => ({ success: true, message: 'Job cancelled' })),
  },
  'other-analytics': {
    says: 'advice, market and savings have other names',
    change: (seen) =>
      seen.status < 300 && /^\/(?:advisor|ai-wizard|metrics\/spot|savings|hibernation)/.test(seen.path)
        ? { status: seen.status, body: otherNames(seen.body) }
        : undefined,
  },
  'estimate-in-minutes': {
    says: 'an estimate tells its minutes under another name, and no cost',
    change: ofReply('POST', /\/migrate\/estimate$/, ({ estimated_time, ...body }) => ({
      ...without('estimated_cost', body),
      estimated_time_minutes: estimated_time,
    })),
  },
  'missing-operations': {
    says: 'there is no wizard and no list of agents',
    answer: (method, path) =>
      (method === 'POST' && path === '/instances/wizard') || (method === 'GET' && path === '/agent/status')
        ? { status: 405, body: { error: 'Method Not Allowed' } }
        : undefined,
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
/** What the facts about the wire tell of each documented operation (contract.md, section 3), but what only names or places fields. */
export const BACKEND_OF_THE_FACTS: readonly DeviationName[] = [
  'email-inside-user',
  'snapshot-id-for-id',
  'bare-lists',
  'unknown-id-is-500',
  'stopped-for-paused',
  'slow-start',
  'exact-gpu-names',
  'incomplete-details',
  'nameless-snapshots',
  'restore-into-existing',
  'standby-tells-little',
  'jobs-by-id',
  'cancel-tells-nothing',
  'other-analytics',
  'estimate-in-minutes',
  'missing-operations',
  'no-balance',
];
