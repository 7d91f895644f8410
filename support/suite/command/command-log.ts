import { loadContract } from '../../contract/contract';
import type { Memory } from '../language/memory';
import type { Redactor } from '../safety/secrets/redaction';
import { errorIn } from '../wire/error-text';
import { isSuccess } from '../wire/exchange';
import { isOutOfReach } from '../wire/failures';
import { detourOf } from './reached';
import type { CommandResult } from './result';
import { answerStory, changeStory, commandStory, notedStory } from './story';

/** The commands that a scenario ran, as far as its steps ask for them. */
export class CommandLog {
  #documented: CommandResult | undefined;
  #latest: CommandResult | undefined;
  #lastChange: CommandResult | undefined;
  /** The suite's own request since the last command, in words. */
  #request: string | undefined;

  add(result: CommandResult): void {
    this.#request = undefined;
    this.#latest = result;
    if (result.role === 'documented') this.#documented = result;
    if (hasChangedSomething(result)) this.#lastChange = result;
  }

  /** The suite itself asked the API: what a step fails by may be that. */
  noteRequest(story: string): void {
    this.#request = story;
  }

  /** The last command of the feature. @throws Error in Portuguese when the scenario has run none yet */
  get documented(): CommandResult {
    if (this.#documented) return this.#documented;
    throw new Error('nenhum comando foi executado ainda; o passo precisa de um "Quando executo `dumont ...`" antes dele.');
  }

  /** Does something for which the last command is this one: what a step reads then is its reply. */
  async asIf<T>(result: CommandResult, action: () => Promise<T>): Promise<T> {
    const before = [this.#documented, this.#latest];
    [this.#documented, this.#latest] = [result, result];
    try {
      return await action();
    } finally {
      [this.#documented, this.#latest] = before;
    }
  }

  /**
   * Demands that the last command reached the operation that the contract has for it.
   * @throws Error in Portuguese that says which one it reached instead
   */
  demandReached(): void {
    const detour = detourOf(this.documented);
    if (detour !== null) throw new Error(detour);
  }

  /** The body of the last command's reply. @throws Error in Portuguese when no reply came, or that of another operation */
  get reply(): unknown {
    this.demandReached();
    const { reply } = this.documented;
    if (reply?.status == null) throw new Error(`o último comando ficou sem resposta: ${answerStory(this.documented)}.`);
    return reply.responseBody;
  }

  /**
   * What a sentence that may stand in a preparation reads: the last command's reply or, before any, the last preparation's.
   * @throws Error in Portuguese when nothing was run
   */
  get replyOrPrepared(): unknown {
    if (this.#documented) return this.reply;
    if (!this.#latest?.reply) throw new Error('nenhum comando foi executado ainda: não há resposta para ler.');
    return this.#latest.reply.responseBody;
  }

  /** The contract's operation that the last command reached. @throws Error in Portuguese when it reached none */
  get operationId(): string {
    const operationId = this.documented.reply?.operationId;
    if (!operationId) throw new Error('o último comando não chegou a nenhuma operação do contrato.');
    return operationId;
  }

  /** `: "Not authenticated"` when the last reply says why, for a message. */
  get errorInReply(): string {
    return errorIn(this.documented.reply?.responseBody);
  }

  /** The command that ran last, as the feature writes it; undefined before the first. */
  get latestWritten(): string | undefined {
    return this.#latest?.written;
  }

  /** The command that ran last found no backend to talk to: what fails then says nothing about the product. */
  get isOutOfReach(): boolean {
    return isOutOfReach(this.#latest?.reply?.failure);
  }

  /** The lines of a failure message about the commands: the last one, what changed something before it, and what was noted. */
  storyFor(message: string, memory: Memory, redactor: Redactor): string[] {
    const story = this.#latest ? commandStory(this.#latest, redactor) : '';
    const isTold = story !== '' && message.includes(story);
    return [
      ...(isTold ? [] : ['', ...(story === '' ? [] : [story])]),
      ...(this.#request === undefined || message.includes(this.#request)
        ? []
        : [`  pedido:    ${redactor.redact(this.#request)} (da própria suíte)`]),
      ...(this.#lastChange && this.#lastChange !== this.#latest ? [changeStory(this.#lastChange, redactor)] : []),
      ...notedStory(message, memory, redactor),
    ];
  }
}

function hasChangedSomething({ reply }: CommandResult): boolean {
  return isSuccess(reply?.status) && reply?.operationId != null && loadContract().operation(reply.operationId).writes;
}
