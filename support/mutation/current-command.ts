import type { Pickle, PickleStep } from '@cucumber/messages';
import { commandOf } from '../suite/promises/stanzas';
import type { DumontWorld } from '../world';

/** Which documented command a scenario is at: `executo` steps, numbered from 1. */
export class CurrentCommand {
  /** Once a reply has left the contract the scenario is lost: the rest of it need not run. */
  endEarly = true;
  #pickle: Pickle | null = null;
  #world: DumontWorld | null = null;
  #number = 0;
  #inCommand = false;

  /** A step begins. */
  enter(world: DumontWorld, pickle: Pickle, step: PickleStep): void {
    if (world !== this.#world) this.#number = 0;
    this.#world = world;
    this.#pickle = pickle;
    this.#inCommand = isDocumentedCommand(step);
    if (this.#inCommand) this.#number += 1;
  }

  /** The step is over: what still arrives belongs to none. */
  leave(): void {
    this.#world = null;
    this.#pickle = null;
    this.#number = 0;
    this.#inCommand = false;
  }

  /** The scenario that runs. */
  get pickle(): Pickle | null {
    return this.#pickle;
  }

  /** Number of the documented command that runs, or ran last; 0 before the first. */
  get number(): number {
    return this.#number;
  }

  /** The number, while the command itself runs; 0 while anything else does. */
  get runningNumber(): number {
    return this.#inCommand ? this.#number : 0;
  }

  /** What the scenario has noted so far. */
  get noted(): Readonly<Record<string, unknown>> {
    return this.#world?.memory.all() ?? {};
  }
}

/** Is it a `Quando executo ...`? */
export function isDocumentedCommand(step: PickleStep): boolean {
  return commandOf(step) !== null;
}

export const currentCommand = new CurrentCommand();
