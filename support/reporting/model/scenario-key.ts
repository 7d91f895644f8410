import { createHash } from 'node:crypto';
import type { Scenario } from './run';

const LENGTH = 10;

/** Gives every scenario of a run the name by which other runs, histories and links know it. */
export class ScenarioKeys {
  readonly #given = new Map<string, number>();

  /**
   * A key made of the text that says which scenario it is: file, Regra, name, row of Exemplos. Neither its line nor its steps count.
   * Twins are told apart by their order in the file.
   */
  for({ uri, rule, outline, example }: Pick<Scenario, 'uri' | 'rule' | 'outline' | 'example'>): string {
    const identity = JSON.stringify([uri, rule?.name ?? '', outline, example.map(({ column, value }) => [column, value])]);
    const earlier = this.#given.get(identity) ?? 0;
    this.#given.set(identity, earlier + 1);
    const text = earlier === 0 ? identity : `${identity}#${earlier + 1}`;
    return createHash('sha256').update(text).digest('base64url').slice(0, LENGTH);
  }
}
