import { roundTo } from '../domain/numbers';
import { needing } from './handler';
import type { CallOf, ReplyOf } from './operations';
import { ok } from './replies';

/** Prepaid accounts have credit only; deployed backends show both. */
function getBalance({ tenant }: CallOf<'getBalance'>): ReplyOf<'getBalance'> {
  return ok({ credit: roundTo(tenant.wallet.balance, 4), balance: 0 });
}

export const balanceHandlers = { getBalance: needing(['vast_key'], getBalance) };
