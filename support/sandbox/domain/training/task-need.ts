import { GB_PER_BILLION, sizesIn } from './model-sizes';

/** What the user wants to do with the model. */
export type Purpose = 'inference' | 'lora' | 'full';

/** What a task needs: `vramGb` in GB, `billions` of parameters where known, and in words what it is about. */
export interface TaskNeed {
  readonly vramGb: number;
  readonly purpose: Purpose;
  readonly subject: string;
  readonly kind: 'language' | 'image' | 'unknown';
  readonly billions: number | undefined;
}

/** One size of a model family; `vramGb` for LoRA on 4-bit weights or for inference. */
interface Variant {
  readonly billions: number;
  readonly vramGb: number;
}

interface Family {
  readonly pattern: RegExp;
  readonly name: string;
  readonly kind: 'language' | 'image';
  /** The first is meant when the task names no size. */
  readonly variants: readonly [Variant, ...Variant[]];
}

/** resolutions.md, J5 f. */
const FAMILIES: readonly Family[] = [
  {
    pattern: /\bllama[\s_-]*3/i,
    name: 'Llama 3',
    kind: 'language',
    variants: [
      { billions: 8, vramGb: 16 },
      { billions: 70, vramGb: 48 },
    ],
  },
  { pattern: /\bmistral\b/i, name: 'Mistral', kind: 'language', variants: [{ billions: 7, vramGb: 12 }] },
  { pattern: /\bgemma/i, name: 'Gemma', kind: 'language', variants: [{ billions: 7, vramGb: 12 }] },
  { pattern: /\bqwen[\s_-]*2/i, name: 'Qwen2', kind: 'language', variants: [{ billions: 7, vramGb: 12 }] },
  { pattern: /\bphi[\s_-]*3/i, name: 'Phi-3 mini', kind: 'language', variants: [{ billions: 3.8, vramGb: 8 }] },
  { pattern: /\bflux/i, name: 'Flux.1', kind: 'image', variants: [{ billions: 12, vramGb: 24 }] },
  {
    pattern: /\b(sdxl|stable[\s_-]*diffusion[\s_-]*xl)\b/i,
    name: 'SDXL',
    kind: 'image',
    variants: [{ billions: 3.5, vramGb: 12 }],
  },
];

const VRAM_OF_THE_UNKNOWN_GB = 24;

/** GB for each thousand million parameters when all of them are trained: weights, gradients and the optimizer's two moments. */
const GB_PER_BILLION_FULL = 16;

function purposeOf(task: string): Purpose {
  if (/\bq?lora\b/i.test(task)) return 'lora';
  const fromScratch = /\bpre[\s-]*train|\bfrom scratch\b/i.test(task);
  if (fromScratch || /\bfull(y|[\s-]*parameter)?[\s-]*(fine[\s-]*tun|train(?!ed))/i.test(task)) return 'full';
  return /\btrain(?!ed)|\bfine[\s-]*tun/i.test(task) ? 'lora' : 'inference';
}

function needOf(purpose: Purpose, variant: Variant): number {
  return purpose === 'full' ? GB_PER_BILLION_FULL * variant.billions : variant.vramGb;
}

interface Candidate extends Variant {
  readonly subject: string;
  readonly kind: TaskNeed['kind'];
}

/**
 * The models that a task may mean: each named family in the sizes named for it, else in its usual one; a size that no named family has belongs to
 * a model of its own, with 2 GB per thousand million parameters.
 */
function candidatesIn(task: string): Candidate[] {
  const sizes = sizesIn(task);
  const families = FAMILIES.filter(({ pattern }) => pattern.test(task));
  const listed = new Set(families.flatMap(({ variants }) => variants.map(({ billions }) => billions)));
  const strays = sizes.filter((billions) => !listed.has(billions));
  const [only] = families.length === 1 ? families : [];
  const named = families.flatMap((family) => {
    const inTheTask = family.variants.filter(({ billions }) => sizes.includes(billions));
    const meant = inTheTask.length > 0 || strays.length > 0 ? inTheTask : [family.variants[0]];
    return meant.map((variant) => ({ ...variant, kind: family.kind, subject: `${family.name} ${variant.billions}B` }));
  });
  const unlisted = strays.map((billions): Candidate => {
    const subject = only === undefined ? `a model of ${billions}B parameters` : `${only.name} ${billions}B`;
    return { billions, vramGb: GB_PER_BILLION * billions, kind: only?.kind ?? 'language', subject };
  });
  return [...named, ...unlisted];
}

/**
 * Reads from a task in the user's words what it needs: the family and size of the model, and whether it is trained whole, trained with LoRA or
 * QLoRA, or only run. The largest of what is named counts; a text that names nothing known needs 24 GB (resolutions J5 f).
 */
export function readNeed(task: string): TaskNeed {
  const purpose = purposeOf(task);
  const largest = candidatesIn(task).sort((one, other) => needOf(purpose, other) - needOf(purpose, one))[0];
  if (largest === undefined) {
    return { vramGb: VRAM_OF_THE_UNKNOWN_GB, purpose, subject: 'a task of unknown size', kind: 'unknown', billions: undefined };
  }
  const { kind, subject, billions } = largest;
  return { vramGb: needOf(purpose, largest), purpose, subject, kind, billions };
}
