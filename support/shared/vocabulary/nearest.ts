import { distance, plain } from '../spelling';
import type { Purpose, StepDefinition } from './definition';
import { bestLikeness, type Piece, piecesOf } from './pieces';
import { rewrite } from './rewrite';
import { type Sketch, type Sketches, sketchesOf } from './sketch';
import type { Vocabulary } from './vocabulary';
import { stem } from './words';

/** A step that somebody may have meant. */
export interface NearStep {
  readonly definition: StepDefinition;
  /** What was meant, in words that the definition recognises, with the values that were written. */
  readonly text: string;
  /** How near, from 0 to 1. */
  readonly nearness: number;
}

const LEAST = 0.38;
const MOST_STEPS = 3;
/** What is this much further away than the first is not worth showing. */
const FURTHER = 0.8;
const CANDIDATES = 8;
const NO = stem('não');
/** What says no is not what says yes. */
const CONTRADICTION = 0.15;

/**
 * The steps of the suite nearest to a text that none recognises: by words and what stands between them, accents and inflection aside.
 * @param purpose what the step is for, when that is known: among equals it decides
 * @returns at most three, the nearest first; none when nothing is near
 */
export function nearest(text: string, vocabulary: Vocabulary, purpose: Purpose | null = null): readonly NearStep[] {
  const sketches = sketchesOf(vocabulary);
  const pieces = piecesOf(text);
  if (!pieces.some(sketches.tells)) return [];
  const candidates = sketches.all
    .map((sketch) => ({ sketch, nearness: agreement(pieces, sketch, sketches) + favour(sketch, purpose) }))
    .filter(({ nearness }) => nearness >= LEAST)
    .sort((one, other) => other.nearness - one.nearness);
  const steps = ofPurpose(candidates, purpose)
    .map(({ sketch, nearness }): NearStep => {
      const { definition } = sketch;
      const meant = rewrite(text, sketch, vocabulary);
      return { definition, text: meant, nearness: 0.7 * nearness + 0.3 * resemblance(text, meant) };
    })
    .sort((one, other) => other.nearness - one.nearness);
  const [first] = steps;
  return steps.filter(({ nearness }) => first && nearness >= first.nearness * FURTHER).slice(0, MOST_STEPS);
}

/** What prepares is not offered for what looks, nor the other way round, unless there is nothing else. */
function ofPurpose<Candidate extends { readonly sketch: Sketch }>(
  candidates: readonly Candidate[],
  purpose: Purpose | null,
): Candidate[] {
  const same = candidates.filter(({ sketch }) => (sketch.definition.purpose === 'Given') === (purpose === 'Given'));
  return (purpose === null || same.length === 0 ? candidates : same).slice(0, CANDIDATES);
}

/** How much of the text the definition tells, and how much of the definition the text; from 0 to 1. */
function agreement(pieces: readonly Piece[], { places, extras }: Sketch, { weight }: Sketches): number {
  const all = [...places.flatMap((place) => place.pieces), ...extras];
  const told = share(pieces.map((piece) => [weight(piece), bestLikeness(piece, all)]));
  const covered = share(
    places.map((place) => {
      const likely = Math.max(...place.pieces.map((piece) => bestLikeness(piece, pieces)), 0);
      const heaviest = place.isParameter ? 1.5 : Math.max(...place.pieces.map(weight), 0);
      return [heaviest, likely];
    }),
  );
  const denies = [pieces, all].map((each) => each.some(isNo));
  const penalty = denies[0] === denies[1] ? 0 : CONTRADICTION;
  return told + covered === 0 ? 0 : (2 * told * covered) / (told + covered) - penalty;
}

function isNo(piece: Piece): boolean {
  return piece.kind === 'word' && piece.stem === NO;
}

function share(weighted: readonly (readonly [weight: number, part: number])[]): number {
  let whole = 0;
  let reached = 0;
  for (const [weight, part] of weighted) {
    whole += weight;
    reached += weight * part;
  }
  return whole === 0 ? 0 : reached / whole;
}

function favour({ definition }: Sketch, purpose: Purpose | null): number {
  if (purpose === null) return 0;
  const isLikely = definition.purpose === purpose || (definition.purpose === null && purpose !== 'Given');
  return isLikely ? 0.08 : 0;
}

/** How alike two texts are letter by letter, from 0 to 1. */
function resemblance(one: string, other: string): number {
  const [first, second] = [plain(one), plain(other)];
  return 1 - distance(first, second) / Math.max(first.length, second.length, 1);
}
