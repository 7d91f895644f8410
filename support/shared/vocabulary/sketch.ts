import type { StepDefinition } from './definition';
import { type ExpressionPart, partsOf } from './expression';
import { type Piece, piecesOf } from './pieces';
import type { Vocabulary } from './vocabulary';
import { likeness } from './words';

/** A definition as far as looking for it needs: what any text of it has, and what it may have. */
export interface Sketch {
  readonly definition: StepDefinition;
  readonly parts: readonly ExpressionPart[];
  /** Each must be told by a text of this definition: a word of its own, or one of what a place of it accepts. */
  readonly places: readonly Place[];
  /** May be told. */
  readonly extras: readonly Piece[];
}

export interface Place {
  readonly pieces: readonly Piece[];
  readonly isParameter: boolean;
}

/** All definitions of a vocabulary with how much each word tells them apart. */
export interface Sketches {
  readonly all: readonly Sketch[];
  weight(piece: Piece): number;
  /** True for a word that does not stand in any sentence. */
  tells(piece: Piece): boolean;
  /** True when some definition has that word or one much like it. */
  knows(stem: string): boolean;
}

/** Words that stand in any sentence. */
const COMMON = new Set('a o as os um uma de do da dos das em no na nos nas e que com por para ao pelo pela'.split(' '));
const COMMON_WEIGHT = 0.25;
const MUCH_ALIKE = 0.8;
const VALUE_WEIGHTS: Readonly<Record<Exclude<Piece['kind'], 'word'>, number>> = {
  comando: 3,
  texto: 0.8,
  memória: 0.8,
  número: 0.8,
};

const made = new WeakMap<Vocabulary, Sketches>();

/** The sketches of a vocabulary, made once. */
export function sketchesOf(vocabulary: Vocabulary): Sketches {
  const known = made.get(vocabulary);
  if (known) return known;
  const all = vocabulary.definitions.map((definition) => sketch(definition, vocabulary));
  const bearers = new Map<string, number>();
  for (const each of all) for (const stem of stemsOf(each)) bearers.set(stem, (bearers.get(stem) ?? 0) + 1);
  const sketches: Sketches = {
    all,
    weight(piece) {
      if (piece.kind !== 'word') return VALUE_WEIGHTS[piece.kind];
      if (!tells(piece)) return COMMON_WEIGHT;
      return Math.sqrt(Math.log(1 + all.length / (bearers.get(piece.stem) ?? 4)));
    },
    tells,
    knows: (stem) => [...bearers.keys()].some((known) => likeness(known, stem) >= MUCH_ALIKE),
  };
  made.set(vocabulary, sketches);
  return sketches;
}

function tells(piece: Piece): boolean {
  return piece.kind === 'word' && !COMMON.has(piece.word.toLowerCase());
}

function sketch(definition: StepDefinition, vocabulary: Vocabulary): Sketch {
  const parts = partsOf(definition.expression);
  const places: Place[] = [];
  const extras: Piece[] = [];
  for (const part of parts) {
    if (part.kind === 'optional') extras.push(...piecesOf(part.text));
    if (part.kind === 'text') places.push(...piecesOf(part.text).map((piece) => ({ pieces: [piece], isParameter: false })));
    if (part.kind === 'alternatives') places.push({ pieces: part.texts.flatMap(piecesOf), isParameter: false });
    if (part.kind === 'parameter')
      places.push({ pieces: distinct(vocabulary.formsOf(part.name).flatMap(piecesOf)), isParameter: true });
  }
  return { definition, parts, places, extras };
}

function stemsOf({ places, extras }: Sketch): Set<string> {
  const pieces = [...places.flatMap((place) => place.pieces), ...extras];
  return new Set(pieces.flatMap((piece) => (piece.kind === 'word' ? [piece.stem] : [])));
}

function distinct(pieces: readonly Piece[]): readonly Piece[] {
  return [...new Map(pieces.map((piece) => [piece.kind === 'word' ? piece.stem : piece.kind, piece])).values()];
}
