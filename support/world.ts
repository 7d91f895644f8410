import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setWorldConstructor, World } from '@cucumber/cucumber';
import { loadContract } from './contract/contract';
import type { Control } from './sandbox/index';
import { EVIDENCE_MEDIA_TYPE, evidenceOf } from './suite/command/evidence';
import { Findings } from './suite/command/findings';
import { configureCli } from './suite/command/home';
import type { CommandResult, Role } from './suite/command/result';
import { contractMismatches, runCommand } from './suite/command/runner';
import { changeStory, commandStory, notedStory, replyStory } from './suite/command/story';
import { Memory } from './suite/language/memory';
import type { AccountView } from './suite/resources/account-views';
import { WrittenFiles } from './suite/resources/written-files';
import { printCommand, printExchange } from './suite/run/debug';
import { scenarioFolder } from './suite/run/run-folder';
import type { Suite } from './suite/run/suite';
import { CleanupStack } from './suite/safety/cleanup-stack';
import { destructiveRefusal } from './suite/safety/destruction';
import { removeSecrets } from './suite/safety/kept-folder';
import { Ledger } from './suite/safety/ledger';
import { Redactor } from './suite/safety/redaction';
import { StandbySwitch } from './suite/safety/standby-switch';
import { type ApiCall, callApi } from './suite/targets/api';
import { OtherUser } from './suite/targets/other-user';
import { savedToken } from './suite/targets/session';
import type { Account } from './suite/targets/target';
import { errorIn } from './suite/wire/error-text';
import { isSuccess } from './suite/wire/exchange';
import { isOutOfReach } from './suite/wire/failures';
import { RecordingProxy } from './suite/wire/proxy';

/** Where a scenario stands in its feature. */
export interface ScenarioPlace {
  readonly feature: string;
  readonly line: number;
  /** The scenario may create and destroy: it says so, and so does the user. */
  readonly mayDestroy: boolean;
  /** The scenario prepares what only a sandbox can. */
  readonly needsSandbox: boolean;
  /** Parts of the account that some step compares with what they were before the command. */
  readonly comparedViews: readonly AccountView[];
}

/** To an account that others use nothing is done that only a sandbox can do: who lets a year pass gets one made over the control channel. */
function ownsAccount({ target }: Suite, { needsSandbox }: ScenarioPlace): boolean {
  return target.hasOwnAccounts || (needsSandbox && target.control !== null);
}

/** The sandbox knows no keys: one of its name passes a CLI that asks for one. */
function apiKeyOf({ cli, target }: Suite): string | undefined {
  return cli.environment.DUMONT_API_KEY ?? (target.kind === 'sandbox' ? 'sandbox' : undefined);
}

/** One scenario: its account, its folders, what it noted, the commands it ran and what they got. */
export class DumontWorld extends World {
  readonly memory = new Memory();
  readonly redactor = new Redactor();
  readonly cleanups = new CleanupStack();
  readonly #findings = new Findings(this.redactor, (sentence) => this.log(sentence));
  #parts: ScenarioParts | undefined;
  #account: Promise<Account> | undefined;
  #otherUser: Promise<OtherUser> | undefined;
  #last: CommandResult | undefined;
  #latestRun: CommandResult | undefined;
  #lastChange: CommandResult | undefined;
  readonly #accountBefore = new Map<AccountView, ReadonlyMap<string, string>>();
  /** What the scenario wrote into its instances. */
  readonly writtenFiles = new WrittenFiles();
  /** How many files the last snapshot counted, where counting is all that can be done. */
  fileCount: number | undefined;

  /** Opens the scenario: its folders and its proxy. */
  async open(suite: Suite, place: ScenarioPlace): Promise<void> {
    const folder = scenarioFolder(place.feature, place.line);
    const home = path.join(folder, 'home');
    const workFolder = path.join(folder, 'projeto');
    mkdirSync(home, { mode: 0o700 });
    mkdirSync(workFolder);
    const ledger = new Ledger(path.join(folder, 'criados.jsonl'));
    const { baseUrl } = suite.target;
    const standby = ownsAccount(suite, place) ? null : new StandbySwitch(baseUrl, ledger);
    const proxy = await RecordingProxy.start(baseUrl, {
      onExchange: (exchange) => {
        ledger.observe(exchange);
        standby?.observe(exchange);
      },
      refusal: (operation) => (place.mayDestroy ? null : destructiveRefusal(operation)),
      beforeRequest: (operation, authorization) => standby?.beforeRequest(operation, authorization) ?? null,
    });
    if (suite.cli.kind === 'binary') configureCli(home, { apiUrl: proxy.url, apiKey: apiKeyOf(suite) });
    for (const secret of Object.values(suite.cli.environment)) this.redactor.learn(secret);
    this.#parts = { suite, place, folder, home, workFolder, ledger, proxy };
  }

  get suite(): Suite {
    return this.#opened.suite;
  }

  get home(): string {
    return this.#opened.home;
  }

  get workFolder(): string {
    return this.#opened.workFolder;
  }

  get ledger(): Ledger {
    return this.#opened.ledger;
  }

  get wasOpened(): boolean {
    return this.#parts !== undefined;
  }

  /** The account in whose name the scenario works, opened by whoever asks first; its secrets are masked from then on. */
  account(): Promise<Account> {
    this.#account ??= this.#openAccount().then((account) => {
      for (const secret of [account.password, ...account.secrets]) this.redactor.learn(secret);
      return account;
    });
    return this.#account;
  }

  /** Ends an account of the scenario's own. */
  async closeAccount(): Promise<void> {
    const account = await this.account();
    await (this.suite.target.hasOwnAccounts ? this.suite.target.closeAccount(account) : this.control.removeUser(account.email));
  }

  /** A second user of the product, made by whoever asks first and gone when the scenario ends. */
  otherUser(): Promise<OtherUser> {
    this.#otherUser ??= OtherUser.open(this.control, this.suite.target.baseUrl).then((other) => {
      const { email, password, secrets } = other.account;
      this.cleanups.defer(`remover o outro usuário (${email})`, () => this.control.removeUser(email));
      for (const secret of [password, ...secrets]) this.redactor.learn(secret);
      return other;
    });
    return this.#otherUser;
  }

  /**
   * The channel that prepares what no documented command can.
   * @throws Error where the target has none
   */
  get control(): Control {
    const { control } = this.suite.target;
    if (!control)
      throw new Error('este passo precisa do sandbox: marque o cenário com @sandbox ou informe DUMONT_SANDBOX_CONTROL.');
    return control;
  }

  /** Nobody else uses the scenario's account, and it goes as a whole. */
  get hasOwnAccount(): boolean {
    return ownsAccount(this.suite, this.#opened.place);
  }

  /** True once the scenario has an account. */
  get hasAccount(): boolean {
    return this.#account !== undefined;
  }

  /**
   * Runs a command and attaches its evidence to the step.
   * @throws Error when the process cannot be trusted (did not end, contradicts the wire), whatever the steps ask
   */
  async run(written: string, role: Role): Promise<CommandResult> {
    const { suite, proxy, home, workFolder } = this.#opened;
    const { result, problem, mismatches } = await runCommand(written, role, {
      cli: suite.cli,
      proxy,
      memory: this.memory,
      redactor: this.redactor,
      home,
      workFolder,
      timeoutMs: suite.settings.commandTimeoutMs,
    });
    this.#latestRun = result;
    if (role === 'documented') this.#last = result;
    if (hasChangedSomething(result)) this.#lastChange = result;
    const evidence = evidenceOf(result, this.redactor);
    this.attach(JSON.stringify(evidence), EVIDENCE_MEDIA_TYPE);
    if (suite.settings.debug) printCommand(evidence);
    this.#findings.noteDifferences(result, mismatches, suite.settings.contract);
    if (problem !== null) throw new Error(problem);
    this.#findings.noteEnd(result);
    return result;
  }

  /** Runs a command that must succeed: a preparation. */
  async prepare(written: string): Promise<unknown> {
    const result = await this.run(written, 'setup');
    this.speakOf(result);
    const { reply } = result;
    if (!isSuccess(reply?.status))
      throw new Error(`a preparação \`${written}\` não deu certo: ${replyStory(reply)}${errorOf(result)}.`);
    return reply?.responseBody;
  }

  /**
   * Looks at the product with a command, beside the scenario's own commands.
   * @param accepted the statuses that tell something
   */
  async look(written: string, accepted: readonly number[] = [200]): Promise<{ status: number; body: unknown }> {
    const result = await this.run(written, 'probe');
    this.speakOf(result);
    const { reply } = result;
    if (reply?.status == null || !accepted.includes(reply.status)) {
      throw new Error(`não consegui olhar com \`${written}\`: ${replyStory(reply)}${errorOf(result)}.`);
    }
    return { status: reply.status, body: reply.responseBody };
  }

  /**
   * Asks the API itself, where a scenario needs something that it is not about: a process of the CLI for each would cost twenty times as
   * much. The request goes the way of the CLI's own: what it creates is registered, what may not be created is held back, what leaves the contract is told.
   * @throws Error in Portuguese when the API refuses it
   */
  async ask<Body>(operationId: string, call: Omit<ApiCall, 'token'> = {}): Promise<Body> {
    const { proxy, home, suite } = this.#opened;
    proxy.takeExchanges();
    const token = savedToken(home);
    const received = await callApi(proxy.url, operationId, { ...call, ...(token !== null && { token }) }).catch(() => null);
    const exchange = proxy.takeExchanges().at(-1);
    if (!exchange) throw new Error(`a preparação não deu certo: ${operationId} não chegou à API.`);
    if (suite.settings.debug) printExchange(exchange);
    if (exchange.method !== 'GET') this.attach(replyStory(exchange), { mediaType: 'text/plain', fileName: 'pedido da suíte' });
    if (!received || !isSuccess(received.status))
      throw new Error(`a preparação não deu certo: ${replyStory(exchange)}${errorIn(exchange.responseBody)}.`);
    this.#findings.noteRequest(exchange, await contractMismatches(exchange), suite.settings.contract);
    return received.body as Body;
  }

  /**
   * The last command of the feature.
   * @throws Error when the scenario has run none yet
   */
  get lastCommand(): CommandResult {
    if (!this.#last)
      throw new Error('nenhum comando foi executado ainda; o passo precisa de um "Quando executo `dumont ...`" antes dele.');
    return this.#last;
  }

  /**
   * The body of the last command's reply.
   * @throws Error when no reply came
   */
  get reply(): unknown {
    const { reply } = this.lastCommand;
    if (reply?.status == null) throw new Error(`o último comando ficou sem resposta: ${replyStory(reply)}.`);
    return reply.responseBody;
  }

  /**
   * What a sentence that may stand in a preparation reads: the last command's reply or, before any, the last preparation's.
   * @throws Error when nothing was run
   */
  get replyOrPrepared(): unknown {
    if (this.#last) return this.reply;
    if (!this.#latestRun?.reply) throw new Error('nenhum comando foi executado ainda: não há resposta para ler.');
    return this.#latestRun.reply.responseBody;
  }

  /** `: "Not authenticated"` when the last reply says why, for a message. */
  get errorInReply(): string {
    return errorOf(this.lastCommand);
  }

  /**
   * The contract's operation that the last command reached.
   * @throws Error when it reached none
   */
  get lastOperation(): string {
    const { reply } = this.lastCommand;
    if (!reply?.operationId) throw new Error('o último comando não chegou a nenhuma operação do contrato.');
    return reply.operationId;
  }

  /** Looks, before a command, at what some step of the scenario will compare afterwards. */
  async rememberAccount(): Promise<void> {
    for (const view of this.#opened.place.comparedViews) this.#accountBefore.set(view, await view.look(this));
  }

  /** A part of the account as it was before the last command. @throws Error when nothing was run yet */
  accountBefore(view: AccountView): ReadonlyMap<string, string> {
    const before = this.#accountBefore.get(view);
    if (!before) throw new Error('nada foi executado ainda: não há com o que comparar.');
    return before;
  }

  /** The command that ran last, as the feature writes it; undefined before the first. */
  get latestCommand(): string | undefined {
    return this.#latestRun?.written;
  }

  /** A step has said what this result should be: it no longer counts as unexpected. */
  speakOf(result: CommandResult): void {
    this.#findings.speakOf(result);
  }

  /** True when some exchange of the scenario was outside the contract. */
  get leftContract(): boolean {
    return this.#findings.leftContract;
  }

  /** What fails the scenario although no step does: a Portuguese paragraph for each command or request, with its exchange. */
  findings(): string[] {
    return this.#findings.paragraphs();
  }

  /** What a failure message needs besides what it says itself: the command, what came of it, where to look, how to run it again. */
  failureContext(message: string): string {
    const parts = this.#parts;
    if (!parts) return '';
    const story = this.#latestRun ? commandStory(this.#latestRun, this.redactor) : '';
    const isTold = story !== '' && message.includes(story);
    const { feature, line } = parts.place;
    const lines = [
      ...(isTold ? [] : ['', ...(story === '' ? [] : [story])]),
      ...(this.#lastChange && this.#lastChange !== this.#latestRun ? [changeStory(this.#lastChange, this.redactor)] : []),
      ...notedStory(message, this.memory, this.redactor),
      `  pasta:     ${parts.folder} (mantida)`,
      `  de novo:   npx cucumber-js ${feature}:${line}`,
    ];
    return `\n${lines.join('\n')}`;
  }

  /** The last command found no backend to talk to: what fails then says nothing about the product. */
  get isOutOfReach(): boolean {
    return isOutOfReach(this.#latestRun?.reply?.failure);
  }

  /** Waits for what a command that was ended may still have created. @returns false when that remains unknown */
  settle(): Promise<boolean> {
    return this.#opened.proxy.settle(this.suite.settings.patienceMs);
  }

  /** Closes the scenario. A failed one keeps its folder for inspection. */
  async close({ keepFolder }: { keepFolder: boolean }): Promise<void> {
    if (!this.#parts) return;
    const { proxy, folder } = this.#parts;
    await proxy.close();
    if (keepFolder) removeSecrets(folder, this.redactor);
    else rmSync(folder, { recursive: true, force: true });
  }

  #openAccount(): Promise<Account> {
    const { target } = this.suite;
    return this.hasOwnAccount && !target.hasOwnAccounts ? this.control.createUser({}) : target.openAccount();
  }

  get #opened(): ScenarioParts {
    if (!this.#parts) throw new Error('o cenário ainda não foi aberto.');
    return this.#parts;
  }
}

interface ScenarioParts {
  readonly suite: Suite;
  readonly place: ScenarioPlace;
  readonly folder: string;
  readonly home: string;
  readonly workFolder: string;
  readonly ledger: Ledger;
  readonly proxy: RecordingProxy;
}

function hasChangedSomething({ reply }: CommandResult): boolean {
  return isSuccess(reply?.status) && reply?.operationId != null && loadContract().operation(reply.operationId).writes;
}

/** `: "Not authenticated"` when the product said why. */
function errorOf({ reply }: CommandResult): string {
  return errorIn(reply?.responseBody);
}

setWorldConstructor(DumontWorld);
