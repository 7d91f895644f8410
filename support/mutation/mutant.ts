/** The ways of breaking the product, in the order of the table. */
export const OPERATORS = {
  status: 'status trocado',
  'field-dropped': 'campo retirado',
  'field-nulled': 'campo nulo',
  'field-type': 'tipo trocado',
  'field-value': 'valor trocado',
  'list-emptied': 'lista esvaziada',
  'list-foreign': 'item alheio',
  'success-false': 'success falso',
  swallowed: 'efeito engolido',
  stale: 'leitura velha',
  'other-tenant': 'dado de outro cliente',
  reset: 'conexão cortada',
  silence: 'sem resposta',
  cli: 'falha na CLI',
  domain: 'falha no domínio',
} as const;

export type OperatorName = keyof typeof OPERATORS;

/** Which of a list's items is changed: one alone, so that a check of some item only does not pass for a check of each. */
export type WhichItem = 'first' | 'last';

/** What is done to the wire. */
export type WireChange =
  | { readonly operator: 'status'; readonly to: number }
  | {
      readonly operator: 'field-dropped' | 'field-nulled' | 'field-type' | 'field-value';
      readonly path: string;
      readonly item: WhichItem;
    }
  | { readonly operator: 'list-emptied' | 'list-foreign'; readonly path: string }
  | { readonly operator: 'success-false' | 'swallowed' | 'stale' | 'other-tenant' | 'reset' | 'silence' };

/** The product broken in one way while one documented command runs. */
export interface WireMutant {
  readonly kind: 'wire';
  /** Stable from run to run: `j2.5 field-value label`. */
  readonly id: string;
  readonly operator: OperatorName;
  readonly journey: number;
  /** Number of the documented command in its journey, from 1. */
  readonly step: number;
  /** As the feature writes it. */
  readonly command: string;
  readonly change: WireChange;
  /** One Portuguese sentence. */
  readonly what: string;
}

/** The product built with a fault in its source. */
export interface SourceMutant {
  readonly kind: 'source';
  /** `fault <id of the fault>`. */
  readonly id: string;
  readonly operator: 'cli' | 'domain';
  /** The journey that is expected to notice. */
  readonly journey: number;
  readonly fault: string;
  readonly what: string;
}

export type Mutant = WireMutant | SourceMutant;

/** The place where the features noticed. */
export interface Kill {
  /** `features/x.feature:12`. */
  readonly scenario: string;
  readonly name: string;
  /** The step's text, or the hook's name. */
  readonly step: string;
  /** `contract`: outside the contract, and no step had noticed before; `unexpected`: an error that no step speaks about; `step`: an assertion. */
  readonly by: 'step' | 'unexpected' | 'contract';
  readonly message: string;
}

export interface Verdict {
  readonly mutant: Mutant;
  /** `void`: the change left the wire as it was, so there was nothing to notice. `invalid`: a scenario failed before the change took place. */
  readonly fate: 'killed' | 'survived' | 'equivalent' | 'void' | 'invalid';
  readonly kill: Kill | null;
  /** Why an invalid or surviving one is what it is, one Portuguese sentence. */
  readonly note: string;
  readonly durationMs: number;
}
