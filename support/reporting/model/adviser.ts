import type * as messages from '@cucumber/messages';
import type { StepAdvice } from '../../shared/vocabulary/advice';
import type { Purpose } from '../../shared/vocabulary/definition';
import type { Vocabulary } from '../../shared/vocabulary/vocabulary';

/** After so many a run is no longer one with slips of the pen, and looking for each would take long. */
const MOST_TEXTS = 100;

const PURPOSES: Readonly<Record<string, Purpose>> = { Context: 'Given', Action: 'When', Outcome: 'Then' };

/** Says what to do about the undefined steps of a run, from its messages alone. A run without any costs nothing. */
export class Adviser {
  readonly #definitions: messages.StepDefinition[] = [];
  readonly #parameterTypes: messages.ParameterType[] = [];
  readonly #advice = new Map<string, StepAdvice>();
  #vocabulary: Vocabulary | null = null;

  /** Notes what an envelope says of the steps of the suite. */
  note({ stepDefinition, parameterType }: messages.Envelope): void {
    if (stepDefinition) this.#definitions.push(stepDefinition);
    if (parameterType) this.#parameterTypes.push(parameterType);
  }

  /** What to do about an undefined step; null when there are too many of them. */
  advise({ text, type, argument }: messages.PickleStep, keyword: string): StepAdvice | null {
    const known = this.#advice.get(`${keyword} ${text}`);
    if (known || this.#advice.size >= MOST_TEXTS) return known ?? null;
    const { adviceFor } = require('../../shared/vocabulary/advice') as typeof import('../../shared/vocabulary/advice');
    const advice = adviceFor(
      {
        keyword,
        text,
        purpose: PURPOSES[type ?? ''] ?? null,
        attached: argument?.dataTable ? 'table' : argument?.docString ? 'text' : null,
      },
      this.#steps(),
    );
    this.#advice.set(`${keyword} ${text}`, advice);
    return advice;
  }

  /** Another stream tells its steps anew. */
  endStream(): void {
    this.#definitions.length = 0;
    this.#parameterTypes.length = 0;
    this.#vocabulary = null;
  }

  #steps(): Vocabulary {
    const { vocabularyOfMessages } =
      require('../../shared/vocabulary/from-messages') as typeof import('../../shared/vocabulary/from-messages');
    this.#vocabulary ??= vocabularyOfMessages({ definitions: this.#definitions, parameterTypes: this.#parameterTypes });
    return this.#vocabulary;
  }
}
