import type { Tenant } from '../accounts/tenant';
import { roundTo } from '../numbers';
import type { Instance } from './instances';

/** US$ per GB and month, and the hours of a month (contract.md 5). */
const DISK_PER_GB_MONTH = 0.04;
const HOURS_PER_MONTH = 720;

/**
 * US$ per hour of an instance as it is now (resolutions J2): its price and that of its CPU standby, or its disk alone while it is paused.
 */
export function pricePerHourNow(tenant: Tenant, { id, status, order }: Instance): number {
  if (status === 'paused') return roundTo((order.diskGb * DISK_PER_GB_MONTH) / HOURS_PER_MONTH, 6);
  return roundTo(order.offer.dph_total + (tenant.standby.pairs.get(id)?.machine.pricePerHour ?? 0), 6);
}
