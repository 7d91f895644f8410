import { DomainError, type ValidationDetail } from '../errors';

/** The numbers of a training run, in the names of the wire. */
export interface TrainingNumbers {
  readonly lora_rank: number;
  readonly lora_alpha: number;
  readonly learning_rate: number;
  readonly epochs: number;
  readonly batch_size: number;
  readonly gradient_accumulation_steps: number;
  readonly max_seq_length: number;
  readonly warmup_steps: number;
  readonly weight_decay: number;
}

interface Range {
  readonly default: number;
  readonly lowest: number;
  readonly highest: number;
  readonly whole: boolean;
}

const whole = (standard: number, lowest: number, highest: number): Range => ({ default: standard, lowest, highest, whole: true });
const real = (standard: number, lowest: number, highest: number): Range => ({ default: standard, lowest, highest, whole: false });

/** Defaults and ranges of contract.md, row 5.4. */
const RANGES: Readonly<Record<keyof TrainingNumbers, Range>> = {
  lora_rank: whole(16, 4, 128),
  lora_alpha: whole(16, 4, 128),
  learning_rate: real(2e-4, 1e-6, 1e-2),
  epochs: whole(1, 1, 10),
  batch_size: whole(2, 1, 32),
  gradient_accumulation_steps: whole(4, 1, 32),
  max_seq_length: whole(2048, 256, 8192),
  warmup_steps: whole(5, 0, 1000),
  weight_decay: real(0.01, 0, 1),
};

/** The given numbers completed with the defaults; 422 with one detail per number outside its range. */
export function trainingNumbers(given: Partial<TrainingNumbers> = {}): TrainingNumbers {
  const details: ValidationDetail[] = [];
  const entries = Object.entries(RANGES).map(([name, range]): [string, number] => {
    const value = given[name as keyof TrainingNumbers] ?? range.default;
    const inside = value >= range.lowest && value <= range.highest && (!range.whole || Number.isInteger(value));
    if (!inside) {
      const kind = range.whole ? 'a whole number' : 'a number';
      details.push({
        type: 'out_of_range',
        loc: ['body', 'config', name],
        msg: `must be ${kind} from ${range.lowest} to ${range.highest}`,
        input: value,
      });
    }
    return [name, value];
  });
  if (details.length > 0) throw new DomainError(422, 'Validation error', details);
  return Object.fromEntries(entries) as unknown as TrainingNumbers;
}
