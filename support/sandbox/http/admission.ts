import type { Operation } from '../../contract/contract';
import type { Platform } from '../domain/accounts/platform';
import type { Tenant } from '../domain/accounts/tenant';
import { DomainError } from '../domain/errors';
import { demand } from '../domain/training/demands';
import type { Handler } from '../handlers/handler';

/**
 * Who calls, before anything else of the request is looked at: 401 without a valid token of an existing account, then 400 or 503 when the
 * account or the platform lacks what the operation needs. Null for a public operation.
 */
export async function admit(
  platform: Platform,
  operation: Operation,
  handler: Handler,
  authorization: string | undefined,
): Promise<Tenant | null> {
  if (operation.isPublic) return null;
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  const tenant = token === undefined ? undefined : platform.tenant(await platform.tokens.emailOf(token));
  if (!tenant) throw new DomainError(401, 'Not authenticated');
  demand(platform, tenant, handler.needs ?? []);
  return tenant;
}
