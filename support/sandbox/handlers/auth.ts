import type { Tenant } from '../domain/accounts/tenant';
import { masked } from '../domain/accounts/vault';
import { DomainError } from '../domain/errors';
import type { CallOf, ReplyOf } from './operations';
import { done, ok } from './replies';

type UserSettings = ReplyOf<'listSettings'>['body']['settings'];

async function login({ platform, body }: CallOf<'login'>): Promise<ReplyOf<'login'>> {
  const tenant = platform.tenant(body.username);
  if (!tenant?.hasPassword(body.password)) throw new DomainError(401, 'Invalid email or password');
  return ok({ success: true, user: tenant.email, token: await platform.tokens.issue(tenant.email) });
}

function getCurrentUser({ tenant }: CallOf<'getCurrentUser'>): ReplyOf<'getCurrentUser'> {
  const { email } = tenant;
  return ok({ authenticated: true, email, user: { email, username: email, settings: settingsOf(tenant) } });
}

function listSettings({ tenant }: CallOf<'listSettings'>): ReplyOf<'listSettings'> {
  return ok({ vast_api_key: tenant.has('vast_key') ? masked(tenant.vault.vastApiKey) : null, settings: settingsOf(tenant) });
}

/** Stateless: the token stays valid until it expires (contract.md 2); it is the client that forgets it. */
function logout(): ReplyOf<'logout'> {
  return done('Logged out successfully');
}

function settingsOf(tenant: Tenant): UserSettings {
  const { vault } = tenant;
  const storage = tenant.has('storage');
  return {
    restic_repo: storage ? vault.resticRepo : null,
    restic_password: storage ? masked(vault.resticPassword) : null,
    r2_access_key: storage ? masked(vault.r2AccessKey) : null,
    r2_secret_key: storage ? masked(vault.r2SecretKey) : null,
    gcp_credentials: tenant.has('gcp') ? masked(vault.gcpCredentials) : null,
    auto_standby_enabled: tenant.standby.enabled,
    has_completed_onboarding: tenant.has('vast_key'),
  };
}

export const authHandlers = { login, getCurrentUser, listSettings, logout };
