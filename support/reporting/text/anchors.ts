import { slug } from './slug';

/** Gives out the ids of the page: readable, the same from run to run while the names stay, never the same twice. */
export class Anchors {
  private readonly taken = new Set<string>();

  /** An id made of the words given: `02-alugar--tentar-retomar`, then `02-alugar--tentar-retomar-2`. */
  for(...words: readonly string[]): string {
    const wanted = words.map(slug).join('--');
    let anchor = wanted;
    for (let times = 2; this.taken.has(anchor); times += 1) anchor = `${wanted}-${times}`;
    this.taken.add(anchor);
    return anchor;
  }
}
