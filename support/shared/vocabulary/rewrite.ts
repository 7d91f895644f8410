import { plain } from '../spelling';
import type { ExpressionPart } from './expression';
import { parameterFacts } from './parameters';
import { GAPS, type Gap, gapOf } from './pattern-forms';
import { bestLikeness, type Piece, piecesOf, type ValuePiece } from './pieces';
import { type Sketch, type Sketches, sketchesOf } from './sketch';
import type { Vocabulary } from './vocabulary';
import { wordsOf } from './words';

/**
 * A text in the words of a definition: what the definition says, with the values of the text in the places of its parameters. Where the
 * text has no value that fits, an ordinary one stands.
 * @returns a text that the definition recognises
 */
export function rewrite(text: string, sketch: Sketch, vocabulary: Vocabulary): string {
  const writer = new Writer(text, sketchesOf(vocabulary), vocabulary);
  const written = writer.write(sketch);
  if (isOf(written, sketch, vocabulary)) return written;
  const [example] = sketch.definition.examples;
  if (example && isOf(example.text, sketch, vocabulary)) return example.text;
  return new Writer('', sketchesOf(vocabulary), vocabulary).write(sketch);
}

function isOf(text: string, { definition }: Sketch, vocabulary: Vocabulary): boolean {
  return vocabulary.match(text).some((match) => match.definition === definition);
}

class Writer {
  /** Of the text, what the definition's own words do not tell: only that can be meant for its parameters. */
  #left: readonly Piece[];
  readonly #plainWords: ReadonlySet<string>;
  readonly #values: ValuePiece[];
  readonly #sketches: Sketches;
  readonly #vocabulary: Vocabulary;

  constructor(text: string, sketches: Sketches, vocabulary: Vocabulary) {
    const pieces = piecesOf(text);
    this.#left = pieces;
    this.#plainWords = new Set(wordsOf(text).map(plain));
    const values = pieces.filter((piece) => piece.kind !== 'word');
    const foreign = pieces.flatMap((piece) => (piece.kind === 'word' && !sketches.knows(piece.stem) ? [piece.word] : []));
    const isQuoted = values.some(({ kind }) => kind === 'texto');
    this.#values = isQuoted ? values : [...values, ...foreign.map((word) => ({ kind: 'texto' as const, written: `"${word}"` }))];
    this.#sketches = sketches;
    this.#vocabulary = vocabulary;
  }

  write({ parts, places, definition }: Sketch): string {
    for (const place of places) if (!place.isParameter) this.#take(place.pieces);
    const isGiven = definition.purpose === 'Given';
    const start = parts.findIndex(({ kind }) => kind !== 'optional');
    let written = '';
    parts.forEach((part, index) => {
      written += isGiven && index < start && part.kind === 'optional' ? part.text : this.#part(part, written); // "que já" reads well
    });
    return written;
  }

  #take(told: readonly Piece[]): void {
    const index = this.#left.findIndex((piece) => bestLikeness(piece, told) > 0);
    if (index >= 0) this.#left = this.#left.filter((_, at) => at !== index);
  }

  #part(part: ExpressionPart, before: string): string {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'optional':
        return this.#isMeant(part.text, before) ? part.text : '';
      case 'alternatives':
        return this.#chosen(part.texts, before);
      case 'parameter':
        return this.#value(part.name);
    }
  }

  /** The one that the text says, else the one that agrees with the words so far: `minhas …` are `as mesmas`. */
  #chosen(texts: readonly string[], before: string): string {
    const ending = /^\p{L}*(\p{L}{2})/u.exec(before)?.[1];
    const agrees = (each: string): boolean => ending !== undefined && each.endsWith(ending);
    return texts.find((each) => this.#plainWords.has(plain(each))) ?? texts.find(agrees) ?? texts[0] ?? '';
  }

  /** What may be left out is meant when the text says it: as a word, or as the ending of the word before it. */
  #isMeant(optional: string, before: string): boolean {
    const words = wordsOf(optional);
    if (/^\s|\s$/.test(optional)) return words.every((word) => this.#plainWords.has(plain(word)));
    return this.#plainWords.has(plain((wordsOf(before).at(-1) ?? '') + optional));
  }

  #value(name: string): string {
    const forms = this.#vocabulary.formsOf(name);
    const sample = parameterFacts(name).sample;
    const best = forms
      .map((form) => ({ form, worth: this.#worth(form) }))
      .reduce<{ form: string; worth: number } | null>((top, each) => (top && top.worth >= each.worth ? top : each), null);
    return best && best.worth > 0 ? this.#filled(best.form, sample) : sample;
  }

  /** How much of a form the text says, less what it does not. */
  #worth(form: string): number {
    const left = new Map<Gap, number>();
    for (const { kind } of this.#values) left.set(kind, (left.get(kind) ?? 0) + 1);
    return piecesOf(form).reduce((worth, piece) => {
      if (piece.kind === 'word') {
        const likely = bestLikeness(piece, this.#left);
        const isSaid = this.#plainWords.has(plain(piece.word));
        return worth + this.#sketches.weight(piece) * (likely > 0 ? likely : -0.6) + (isSaid ? 0.05 : 0);
      }
      const has = left.get(piece.kind) ?? 0;
      left.set(piece.kind, has - 1);
      return worth + (has > 0 ? 0.5 : -0.5);
    }, 0);
  }

  #filled(form: string, sample: string): string {
    const samples: Readonly<Record<Gap, string>> = {
      texto: '"…"',
      número: '1',
      memória: '<instance_id>',
      comando: '`dumont instance list`',
    };
    return form.replace(new RegExp(`[${Object.values(GAPS).join('')}]`, 'g'), (character) => {
      const gap = gapOf(character) ?? 'texto';
      const index = this.#values.findIndex(({ kind }) => kind === gap);
      if (index < 0) return form === character ? sample : samples[gap];
      const [value] = this.#values.splice(index, 1);
      return value?.written ?? samples[gap];
    });
  }
}
