import type { Mismatch } from '../../contract/checker';
import type { ContractDifference, FindingCause } from '../../shared/messages/note';
import type { Redactor } from '../safety/secrets/redaction';
import type { Exchange } from '../wire/exchange';
import type { CommandResult } from './result';
import { commandStory, replyStory } from './story';
import { errorsOnTheWay, unexpectedEnd } from './unexpected';

/** Something that fails a scenario although no step of it does. */
export interface Finding {
  readonly cause: FindingCause;
  /** As the feature writes it; null for what no command did. */
  readonly command: string | null;
  /** In Portuguese, secrets replaced. */
  readonly sentence: string;
  /** The sentence with the exchange it is about. */
  readonly text: string;
}

interface Wrong {
  readonly cause: FindingCause;
  readonly sentence: string;
}

export interface FindingsOptions {
  readonly redactor: Redactor;
  /** `exigir`: what differs from the contract fails the scenario. `relatar`: it is told, and fails nothing. */
  readonly contract: 'exigir' | 'relatar';
  readonly tell: (difference: ContractDifference) => void;
}

/** What was found in one scenario that no step said, kept until the scenario ends. */
export class Findings {
  /** What was unexpected in a command, until some step speaks about it. */
  readonly #unspoken = new Map<CommandResult, string>();
  /** What was wrong with a command whatever the steps say, one sentence each. */
  readonly #wrong = new Map<CommandResult, Wrong[]>();
  /** What was wrong with the suite's own requests. */
  readonly #wrongRequests: Finding[] = [];
  readonly #differences = new Set<string>();
  readonly #options: FindingsOptions;

  constructor(options: FindingsOptions) {
    this.#options = options;
  }

  /** True when some exchange of the scenario was outside the contract. */
  get leftContract(): boolean {
    return this.#differences.size > 0;
  }

  /** How a command ended, and errors on the way there. */
  noteEnd(result: CommandResult): void {
    const unexpected = unexpectedEnd(result);
    if (unexpected !== null) this.#unspoken.set(result, unexpected);
    for (const sentence of errorsOnTheWay(result)) this.#noteWrong(result, { cause: 'unexpected', sentence });
  }

  /** How a command's exchanges differ from the contract. */
  noteDifferences(result: CommandResult, mismatches: readonly Mismatch[]): void {
    for (const sentence of this.#demanded(mismatches)) this.#noteWrong(result, { cause: 'contract', sentence });
  }

  /** How a request of the suite itself differs from the contract. */
  noteRequest(exchange: Exchange, mismatches: readonly Mismatch[]): void {
    const { redactor } = this.#options;
    const what = `  comando:   nenhum, foi um pedido da própria suíte\n  resposta:  ${replyStory(exchange)}`;
    for (const demanded of this.#demanded(mismatches)) {
      const sentence = redactor.redact(demanded);
      this.#wrongRequests.push({ cause: 'contract', command: null, sentence, text: redactor.redact(`${sentence}:\n${what}`) });
    }
  }

  /** A step has said what this result should be: it no longer counts as unexpected. */
  speakOf(result: CommandResult): void {
    this.#unspoken.delete(result);
  }

  /** What is unexpected in a command's exchanges and end, in one sentence, secrets replaced; null for nothing. */
  unexpectedIn(result: CommandResult): string | null {
    if (!this.#unspoken.has(result) && !this.#wrong.get(result)?.some(({ cause }) => cause === 'unexpected')) return null;
    return this.#findingOf(result).sentence;
  }

  /** What fails the scenario although no step does, one for each command or request. */
  all(): Finding[] {
    const results = [...new Set([...this.#unspoken.keys(), ...this.#wrong.keys()])];
    return [...results.map((result) => this.#findingOf(result)), ...this.#wrongRequests];
  }

  #findingOf(result: CommandResult): Finding {
    const { redactor } = this.#options;
    const unspoken = this.#unspoken.get(result);
    const wrong: Wrong[] = [
      ...(unspoken === undefined ? [] : [{ cause: 'unexpected' as const, sentence: `${unspoken}, e nenhum passo fala disso` }]),
      ...(this.#wrong.get(result) ?? []),
    ];
    const cause = wrong.some((each) => each.cause === 'unexpected') ? 'unexpected' : 'contract';
    const sentences = wrong.map(({ sentence }) => redactor.redact(sentence));
    const text = `${sentences.join(';\n')}:\n${commandStory(result, redactor)}`;
    return { cause, command: result.written, sentence: sentences.join('; '), text };
  }

  #noteWrong(result: CommandResult, wrong: Wrong): void {
    this.#wrong.set(result, [...(this.#wrong.get(result) ?? []), wrong]);
  }

  /** What must fail. Each difference once: a step that waits meets the same one at every look. */
  #demanded(mismatches: readonly Mismatch[]): string[] {
    const { redactor, contract, tell } = this.#options;
    const demanded: string[] = [];
    for (const { operationId, part, pointer, wanted, found, sentence } of mismatches) {
      const difference = [operationId, part, pointer, wanted].join(' ');
      if (this.#differences.has(difference)) continue;
      this.#differences.add(difference);
      if (contract === 'exigir') demanded.push(`fora do contrato: ${sentence}`);
      else {
        const place = { operationId, part, pointer, wanted, found: redactor.redact(found) };
        tell({ kind: 'contract-difference', ...place, text: redactor.redact(sentence) });
      }
    }
    return demanded;
  }
}
