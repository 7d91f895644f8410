import { waitFor } from '../language/waiting';
import type { AccountClient } from './account-client';
import type { Observation, Resource } from './resource';
import type { Situation } from './situations';

/** Waits until a resource is in a situation. @throws as `waitFor` */
export function waitForState(resource: Resource, situation: Situation, client: AccountClient): Promise<Observation> {
  return waitFor({
    look: () => resource.look(client),
    holds: (observation) => resource.isIn(situation, observation),
    name: ({ state }) => state,
    wanted: `${resource.written} deveria ficar ${situation}`,
    ...client.waiting(`${resource.kind} ${situation}`, ...nameOf(resource, client)),
  });
}

/** Waits until a resource is no more. @throws as `waitFor` */
export function waitUntilGone(resource: Resource, client: AccountClient): Promise<Observation> {
  return waitFor({
    look: () => resource.look(client),
    holds: ({ exists }) => !exists,
    name: ({ state }) => state,
    wanted: `${resource.written} deveria deixar de existir`,
    ...client.waiting(`${resource.kind} ausente`, ...nameOf(resource, client)),
  });
}

/** The resource itself, whatever it is waited for. */
function nameOf({ kind, placeholder }: Resource, { memory }: AccountClient): string[] {
  return placeholder !== null && memory.has(placeholder) ? [`${kind} ${memory.recall(placeholder)}`] : [];
}
