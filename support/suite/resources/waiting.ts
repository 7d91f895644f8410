import type { DumontWorld } from '../../world';
import { waitFor } from '../language/waiting';
import type { Observation, Resource } from './resource';
import type { Situation } from './situations';

/** Waits until a resource is in a situation. @throws as `waitFor` */
export function waitForState(resource: Resource, situation: Situation, world: DumontWorld): Promise<Observation> {
  return waitFor({
    look: () => resource.look(world),
    holds: (sight) => resource.isIn(situation, sight),
    name: ({ state }) => state,
    wanted: `${resource.written} deveria ficar ${situation}`,
    patienceMs: world.suite.settings.patienceMs,
  });
}

/** Waits until a resource is no more. @throws as `waitFor` */
export function waitUntilGone(resource: Resource, world: DumontWorld): Promise<Observation> {
  return waitFor({
    look: () => resource.look(world),
    holds: ({ exists }) => !exists,
    name: ({ state }) => state,
    wanted: `${resource.written} deveria deixar de existir`,
    patienceMs: world.suite.settings.patienceMs,
  });
}
