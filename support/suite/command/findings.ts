import type { Mismatch } from '../../contract/checker';
import type { Settings } from '../../settings';
import type { Redactor } from '../safety/redaction';
import type { Exchange } from '../wire/exchange';
import type { CommandResult } from './result';
import { commandStory, replyStory } from './story';
import { errorsOnTheWay, unexpectedEnd } from './unexpected';

/** What was found in one scenario that no step said, kept until the scenario ends. */
export class Findings {
  /** What was unexpected in a command, until some step speaks about it. */
  readonly #unspoken = new Map<CommandResult, string>();
  /** What was wrong with a command whatever the steps say, one sentence each. */
  readonly #wrong = new Map<CommandResult, string[]>();
  /** The same of the suite's own requests, a paragraph each. */
  readonly #wrongRequests: string[] = [];
  readonly #differences = new Set<string>();
  readonly #redactor: Redactor;
  readonly #tell: (sentence: string) => void;

  /** @param tell says what differs from the contract where that fails nothing */
  constructor(redactor: Redactor, tell: (sentence: string) => void) {
    this.#redactor = redactor;
    this.#tell = tell;
  }

  /** True when some exchange of the scenario was outside the contract. */
  get leftContract(): boolean {
    return this.#differences.size > 0;
  }

  /** How a command ended, and errors on the way there. */
  noteEnd(result: CommandResult): void {
    const unexpected = unexpectedEnd(result);
    if (unexpected !== null) this.#unspoken.set(result, unexpected);
    for (const sentence of errorsOnTheWay(result)) this.#noteWrong(result, sentence);
  }

  /** How a command's exchanges differ from the contract. */
  noteDifferences(result: CommandResult, mismatches: readonly Mismatch[], contract: Settings['contract']): void {
    for (const sentence of this.#demanded(mismatches, contract)) this.#noteWrong(result, sentence);
  }

  /** How a request of the suite itself differs from the contract. */
  noteRequest(exchange: Exchange, mismatches: readonly Mismatch[], contract: Settings['contract']): void {
    const what = `  comando:   nenhum, foi um pedido da própria suíte\n  resposta:  ${replyStory(exchange)}`;
    for (const sentence of this.#demanded(mismatches, contract)) this.#wrongRequests.push(`${sentence}:\n${what}`);
  }

  /** A step has said what this result should be: it no longer counts as unexpected. */
  speakOf(result: CommandResult): void {
    this.#unspoken.delete(result);
  }

  /** What fails the scenario although no step does: a Portuguese paragraph for each command or request, with its exchange. */
  paragraphs(): string[] {
    const guilty = new Set([...this.#unspoken.keys(), ...this.#wrong.keys()]);
    const ofCommands = [...guilty].map((result) => {
      const unspoken = this.#unspoken.get(result);
      const sentences = [
        ...(unspoken === undefined ? [] : [`${unspoken}, e nenhum passo fala disso`]),
        ...(this.#wrong.get(result) ?? []).map((sentence) => this.#redactor.redact(sentence)),
      ];
      return `${sentences.join(';\n')}:\n${commandStory(result, this.#redactor)}`;
    });
    return [...ofCommands, ...this.#wrongRequests.map((paragraph) => this.#redactor.redact(paragraph))];
  }

  #noteWrong(result: CommandResult, sentence: string): void {
    this.#wrong.set(result, [...(this.#wrong.get(result) ?? []), sentence]);
  }

  /** What must fail. Each difference once: a step that waits meets the same one at every look. */
  #demanded(mismatches: readonly Mismatch[], contract: Settings['contract']): string[] {
    const demanded: string[] = [];
    for (const { operationId, part, pointer, wanted, sentence } of mismatches) {
      const difference = [operationId, part, pointer, wanted].join(' ');
      if (this.#differences.has(difference)) continue;
      this.#differences.add(difference);
      if (contract === 'exigir') demanded.push(`fora do contrato: ${sentence}`);
      else this.#tell(`Fora do contrato: ${this.#redactor.redact(sentence)}`);
    }
    return demanded;
  }
}
