import { createHash } from 'node:crypto';
import { journeyFileOf } from '../../shared/journey-files';
import type { Scenario } from './run';

const LENGTH = 10;

type Identified = Pick<Scenario, 'uri' | 'rule' | 'outline' | 'example'>;

/** Gives every scenario of a feature file the name by which other runs, histories and links know it. */
export class ScenarioKeys {
  readonly #given = new Map<string, number>();
  readonly #owners: Map<string, string>;

  /** @param owners the file that has each key, in all that was read; it is filled here */
  constructor(owners: Map<string, string> = new Map()) {
    this.#owners = owners;
  }

  /**
   * A key made of the text that says which scenario it is: journey, Regra, name, row of Exemplos. Neither its line nor its steps count,
   * nor which file of the journey it stands in. Twins are told apart by their order in the file, or by the file.
   */
  for(scenario: Identified): string {
    const { uri } = scenario;
    const key = this.#keyIn(journeyFileOf(uri), scenario);
    const owner = this.#owners.get(key) ?? uri;
    const own = owner === uri ? key : this.#keyIn(uri, scenario);
    this.#owners.set(own, uri);
    return own;
  }

  #keyIn(place: string, { rule, outline, example }: Identified): string {
    const identity = JSON.stringify([place, rule?.name ?? '', outline, example.map(({ column, value }) => [column, value])]);
    const earlier = this.#given.get(identity) ?? 0;
    this.#given.set(identity, earlier + 1);
    const text = earlier === 0 ? identity : `${identity}#${earlier + 1}`;
    return createHash('sha256').update(text).digest('base64url').slice(0, LENGTH);
  }
}
