import { DomainError } from '../domain/errors';
import { DEFAULT_IMAGE } from '../domain/instances/image';
import { demandBalance, destroy, pause, rent, resume } from '../domain/instances/rentals';
import { bestOffer } from '../domain/instances/wizard';
import { availableOffers, offerById } from '../domain/market/offers';
import { needing } from './handler';
import { instanceView } from './instance-view';
import type { CallOf, ReplyOf } from './operations';
import { created, done, ok } from './replies';

function createInstance({
  platform,
  tenant,
  body,
}: CallOf<'createInstance', 'image' | 'disk_size' | 'skip_standby'>): ReplyOf<'createInstance'> {
  demandBalance(tenant);
  const offer = offerById(platform.market, tenant.takenOffers, body.offer_id);
  const { image, label, disk_size: diskGb, ports = [] } = body;
  const request = { image, label, diskGb, ports, withStandby: !body.skip_standby };
  return created(instanceView(tenant, rent(platform, tenant, offer, request, platform.timings.instanceStart)));
}

function deployWithWizard({
  platform,
  tenant,
  body,
}: CallOf<'deployWithWizard', 'max_price' | 'region' | 'disk_size'>): ReplyOf<'deployWithWizard'> {
  demandBalance(tenant);
  const { gpu_name: gpuName, max_price, disk_size: diskGb } = body;
  const region = body.region === 'global' ? undefined : body.region;
  const offers = availableOffers(platform.market, tenant.takenOffers, { num_gpus: 1, max_price, region });
  const choice = bestOffer(offers, gpuName, diskGb);
  if (!choice) throw new DomainError(409, `No ${gpuName} offer at or under ${max_price} per hour with ${diskGb} GB of disk`);
  const label = `wizard-${choice.offer.gpu_name.toLowerCase().replaceAll(' ', '')}`;
  const request = { image: DEFAULT_IMAGE, label, diskGb, ports: [], withStandby: true };
  const instance = rent(platform, tenant, choice.offer, request, platform.timings.instanceStart);
  const optimization = {
    offer_id: choice.offer.id,
    considered_offers: choice.consideredOffers,
    reasons: [...choice.reasons],
  };
  return created({ ...instanceView(tenant, instance), optimization });
}

function listInstances({ tenant, query }: CallOf<'listInstances'>): ReplyOf<'listInstances'> {
  const all = [...tenant.instances.values()].map((instance) => instanceView(tenant, instance));
  const instances = all.filter(({ status }) => query.status === undefined || status === query.status);
  return ok({ instances, count: instances.length });
}

function getInstance({ tenant, params }: CallOf<'getInstance'>): ReplyOf<'getInstance'> {
  return ok(instanceView(tenant, tenant.instance(params.instance_id)));
}

function pauseInstance({ tenant, params }: CallOf<'pauseInstance'>): ReplyOf<'pauseInstance'> {
  const instance = tenant.instance(params.instance_id);
  pause(tenant, instance);
  return done(`Instance ${instance.id} paused`);
}

function resumeInstance({ tenant, params }: CallOf<'resumeInstance'>): ReplyOf<'resumeInstance'> {
  const instance = tenant.instance(params.instance_id);
  resume(tenant, instance);
  return done(`Instance ${instance.id} resumed`);
}

function deleteInstance({
  tenant,
  params,
  query,
}: CallOf<'deleteInstance', 'reason' | 'destroy_standby'>): ReplyOf<'deleteInstance'> {
  const { id } = tenant.instance(params.instance_id);
  const standby = destroy(tenant, tenant.instance(id), query.reason, query.destroy_standby);
  const fates = {
    none: `Instance ${id} destroyed`,
    destroyed: `Instance ${id} and its CPU standby destroyed`,
    kept: `Instance ${id} destroyed, CPU standby kept (reason: ${query.reason})`,
  };
  return done(fates[standby]);
}

export const instanceHandlers = {
  createInstance: needing(['vast_key'], createInstance),
  deployWithWizard: needing(['vast_key'], deployWithWizard),
  listInstances: needing(['vast_key'], listInstances),
  getInstance: needing(['vast_key'], getInstance),
  pauseInstance: needing(['vast_key'], pauseInstance),
  resumeInstance: needing(['vast_key'], resumeInstance),
  deleteInstance: needing(['vast_key'], deleteInstance),
};
