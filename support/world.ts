import { setWorldConstructor, World } from '@cucumber/cucumber';
import type { PickleStep } from '@cucumber/messages';
import type { Mismatch } from './contract/checker';
import type { OperationRequest } from './contract/contract';
import { COMMAND_MEDIA_TYPE, type Role } from './shared/messages/evidence';
import { NOTE_MEDIA_TYPE, type Note, type SkipCause } from './shared/messages/note';
import { askedBy, withoutPurpose } from './suite/command/asked';
import { carriedOut } from './suite/command/carried-out';
import { commandArguments } from './suite/command/command-line';
import { CommandLog } from './suite/command/command-log';
import { evidenceOf } from './suite/command/evidence';
import { type Finding, Findings } from './suite/command/findings';
import type { CommandResult } from './suite/command/result';
import { contractMismatches, learnSecrets, runCommand } from './suite/command/runner';
import { answerStory, replyStory } from './suite/command/story';
import { Memory } from './suite/language/memory';
import { verdictsOf } from './suite/promises/judge';
import type { PromiseLog, StanzaRecord } from './suite/promises/promise-log';
import { bringAbout } from './suite/promises/reference-path';
import { kindOf } from './suite/promises/step-kinds';
import { AccountClient, type AccountClientParts, type Answer } from './suite/resources/account-client';
import type { AccountView } from './suite/resources/account-views';
import { OtherUser } from './suite/resources/other-user';
import { WrittenFiles } from './suite/resources/written-files';
import { printCommand, printExchange } from './suite/run/debug';
import { hasRoomForKept, MOST_KEPT } from './suite/run/run-folder';
import { closeScenario, openScenario, type Scenario, type ScenarioPlace } from './suite/run/scenario';
import { stepOf } from './suite/run/stanza-isolation';
import type { Suite } from './suite/run/suite';
import { CleanupStack } from './suite/safety/cleanup/cleanup-stack';
import { Redactor } from './suite/safety/secrets/redaction';
import { type ApiCall, callApi } from './suite/targets/api';
import { keepSession, savedToken } from './suite/targets/session';
import type { Account } from './suite/targets/target';
import { errorIn } from './suite/wire/error-text';
import { type Exchange, isSuccess } from './suite/wire/exchange';
import { isOutOfReach } from './suite/wire/failures';

/** One scenario: its account, what it noted, the commands it ran and what they got. */
export class DumontWorld extends World {
  readonly memory = new Memory();
  readonly redactor = new Redactor();
  readonly cleanups = new CleanupStack();
  readonly commands = new CommandLog();
  readonly writtenFiles = new WrittenFiles();
  /** What its documented commands come to; only the scenario of a journey has one. */
  promises: PromiseLog | undefined;
  #scenario: Scenario | undefined;
  #findings: Findings | undefined;
  #client: AccountClient | undefined;
  #account: Promise<Account> | undefined;
  #token: Promise<string> | undefined;
  #otherUser: Promise<OtherUser> | undefined;
  readonly #accountBefore = new Map<AccountView, ReadonlyMap<string, string>>();

  async open(suite: Suite, place: ScenarioPlace): Promise<void> {
    this.#scenario = await openScenario(suite, place);
    const { redactor, memory } = this;
    for (const secret of [...suite.settings.secrets, ...suite.target.secrets]) redactor.learn(secret);
    this.#findings = new Findings({ redactor, contract: suite.settings.contract, tell: (difference) => this.note(difference) });
    this.#client = new AccountClient({
      account: () => this.account(),
      token: () => this.token(),
      send: (operationId, call, purpose) => this.#send(operationId, call, purpose),
      memory,
      patienceMs: suite.settings.patienceMs,
      waits: suite.waits,
      control: suite.target.control,
      ...(this.scenario.ledger && { label: this.scenario.ledger.run }),
    });
  }

  /** @throws Error before the scenario was opened */
  get scenario(): Scenario {
    return opened(this.#scenario);
  }

  get wasOpened(): boolean {
    return this.#scenario !== undefined;
  }

  /** Asks the API in the name of the scenario's account. */
  get client(): AccountClient {
    return opened(this.#client);
  }

  /** The account in whose name the scenario works, opened by whoever asks first; its secrets are masked from then on. */
  account(): Promise<Account> {
    const { suite, hasOwnAccount } = this.scenario;
    const { target } = suite;
    this.#account ??= (hasOwnAccount && !target.hasOwnAccounts ? this.client.control.createUser({}) : target.openAccount()).then(
      (account) => {
        for (const secret of [account.password, ...account.secrets]) this.redactor.learn(secret);
        return account;
      },
    );
    return this.#account;
  }

  /** A session of the account for what the scenario is not about, opened by whoever asks first. */
  token(): Promise<string> {
    this.#token ??= this.account()
      .then((account) => this.scenario.suite.target.login(account))
      .then((token) => {
        this.redactor.learn(token);
        return token;
      });
    return this.#token;
  }

  /** Ends an account of the scenario's own, if it was opened. */
  async closeAccount(): Promise<void> {
    if (!this.#account) return;
    const account = await this.#account;
    const { target } = this.scenario.suite;
    await (target.hasOwnAccounts ? target.closeAccount(account) : this.client.control.removeUser(account.email));
  }

  /** A second user of the product, made by whoever asks first and gone when the scenario ends. */
  otherUser(): Promise<OtherUser> {
    const { control, patienceMs } = this.client;
    this.#otherUser ??= OtherUser.open(control, this.scenario.suite.target.baseUrl, this.memory, patienceMs).then((other) => {
      const { email, password, secrets } = other.account;
      this.cleanups.defer(`remover o outro usuário (${email})`, () => control.removeUser(email));
      for (const secret of [password, ...secrets]) this.redactor.learn(secret);
      return other;
    });
    return this.#otherUser;
  }

  /**
   * Runs a command and attaches its evidence to the step.
   * @throws Error when the process cannot be trusted (did not end, contradicts the wire), whatever the steps ask
   */
  async run(written: string, role: Role): Promise<CommandResult> {
    const { suite, proxy, home, workFolder } = this.scenario;
    const { memory, redactor } = this;
    const { cli, settings } = suite;
    const parts = { cli, proxy, memory, redactor, home, workFolder, timeoutMs: settings.commandTimeoutMs };
    const { result, problem, mismatches: all } = await runCommand(written, role, parts);
    const mismatches = settings.contract === 'exigir' ? all : await withoutPurpose(result.asked, all);
    this.commands.add(result);
    const evidence = evidenceOf(result, redactor);
    this.attach(JSON.stringify(evidence), COMMAND_MEDIA_TYPE);
    if (settings.debug) printCommand(evidence);
    if (role === 'documented') this.promises?.ran(result, placesOf(mismatches));
    opened(this.#findings).noteDifferences(result, mismatches);
    if (problem !== null) throw new Error(problem);
    opened(this.#findings).noteEnd(result);
    return result;
  }

  /**
   * Carries out a command that the scenario is not about. The embedded CLI does it, which keeps to the contract; for any other, which is
   * what is under test, the request that the contract has for the command goes straight to the API, in the session that the CLI has.
   */
  async carryOut(written: string): Promise<CommandResult> {
    const { suite, home, workFolder } = this.scenario;
    const argv = commandArguments(written, this.memory);
    const asked = suite.cli.kind === 'embedded' ? null : askedBy(argv, workFolder);
    const result =
      asked === null
        ? await this.run(written, 'setup')
        : carriedOut({ written, role: 'setup', argv, asked }, await this.#exchangeAsCli(asked));
    if (asked !== null) {
      keepSession(result.reply, home);
      this.commands.add(result);
    }
    this.speakOf(result);
    return result;
  }

  /** Carries out a command that must succeed: a preparation that the feature writes as a command. */
  async prepare(written: string): Promise<void> {
    const result = await this.carryOut(written);
    const { reply } = result;
    if (!isSuccess(reply?.status))
      throw new Error(`a preparação \`${written}\` não deu certo: ${answerStory(result)}${errorIn(reply?.responseBody)}.`);
  }

  /** Looks, before a command, at what some step of the scenario will compare afterwards. */
  async rememberAccount(): Promise<void> {
    for (const view of this.scenario.place.comparedViews) this.#accountBefore.set(view, await view.look(this.client));
  }

  /** A part of the account as it was before the last command. @throws Error when nothing was run yet */
  accountBefore(view: AccountView): ReadonlyMap<string, string> {
    const before = this.#accountBefore.get(view);
    if (!before) throw new Error('nada foi executado ainda: não há com o que comparar.');
    return before;
  }

  /** A step has said what this result should be: it no longer counts as unexpected. */
  speakOf(result: CommandResult): void {
    opened(this.#findings).speakOf(result);
  }

  get findings(): Findings {
    return opened(this.#findings);
  }

  /** Says something beside the step: as data, with its sentence for people. */
  note(note: Note): void {
    this.attach(JSON.stringify({ ...note, text: this.redactor.redact(note.text) }), NOTE_MEDIA_TYPE);
  }

  remark(text: string): void {
    this.note({ kind: 'remark', text });
  }

  /** What a step promises is out of the suite's sight: told beside it, and the promise stays unverified. */
  leaveUnproven(why: string): void {
    this.remark(`${why.charAt(0).toUpperCase()}${why.slice(1)}`);
    this.promises?.leaveUnproven(why);
  }

  noteFinding(finding: Finding): void {
    this.note({ kind: 'finding', ...finding });
  }

  /** Says why the scenario is not run; a hook or step that returns what this returns skips it. */
  skip(cause: SkipCause, text: string): 'skipped' {
    this.note({ kind: 'skipped', cause, text });
    this.promises?.skip(text);
    return 'skipped';
  }

  /** Gives the stanzas after a failed one what it should have left to them. */
  async bringAbout(record: StanzaRecord): Promise<void> {
    const { home, workFolder } = this.scenario;
    const { memory, commands, client } = this;
    const carryOut = (request: OperationRequest): Promise<Exchange> => this.#exchangeAsCli(request);
    const folders = { home, workFolder };
    const before = (this.promises?.records ?? []).flatMap(({ result }) => (result && result !== record.result ? [result] : []));
    const stage = { memory, commands, client, folders, before, carryOut, stepOf: (step: PickleStep) => stepOf(this, step) };
    await this.promises?.about(record, () => bringAbout(record, stage));
  }

  /** Says of each documented command whether what it promises holds. */
  noteVerdicts(): void {
    if (!this.promises) return;
    const facts = {
      kindOf: (step: PickleStep) => kindOf(stepOf(this, step)?.expression),
      unexpectedIn: (result: CommandResult) => this.#findings?.unexpectedIn(result) ?? null,
    };
    for (const verdict of verdictsOf(this.promises, facts)) this.note(verdict);
  }

  /** What a failure message needs besides what it says itself: the command, what came of it, where to look, how to run it again. */
  failureContext(message: string): string {
    if (!this.#scenario) return '';
    const { folder, place } = this.#scenario;
    const again = `npx cucumber-js ${place.feature}:${place.line}`;
    const story = this.commands.storyFor(message, this.memory, this.redactor);
    return `\n${[...story, `  pasta:     ${folder} (${hasRoomForKept() ? 'mantida' : `não mantida: a execução já guarda ${MOST_KEPT}`})`, `  de novo:   ${again}`].join('\n')}`;
  }

  /** Closes the scenario. A failed one keeps its folder for inspection. */
  async close(end: { keepFolder: boolean }): Promise<void> {
    if (this.#scenario) await closeScenario(this.#scenario, end, this.redactor);
  }

  /**
   * Sends a request of the suite the way of the CLI's own: what it creates is registered, what may not be created is held back, what
   * leaves the contract is told.
   */
  async #exchange(operationId: string, call: ApiCall, purpose: 'setup' | 'probe'): Promise<Exchange> {
    const { proxy, suite } = this.scenario;
    proxy.takeExchanges();
    await callApi(proxy.url, operationId, call).catch(() => {}); // the proxy knows better what became of it
    const exchange = proxy.takeExchanges().at(-1);
    if (!exchange) throw new Error(`${operationId} não chegou à API.`);
    learnSecrets([exchange], this.redactor);
    if (suite.settings.debug) printExchange(exchange);
    const { method, path, query, status, durationMs } = exchange;
    const story = storyOf(exchange);
    const where = this.redactor.redact(query.size > 0 ? `${path}?${query}` : path);
    this.commands.noteRequest(story);
    this.note({ kind: 'request', purpose, method, path: where, operationId, status, durationMs, text: story });
    if (isSuccess(status)) this.findings.noteRequest(exchange, await contractMismatches(exchange));
    return exchange;
  }

  /** Sends what a command of the CLI would, in the session that the CLI has. */
  #exchangeAsCli({ operationId, params, query, body }: OperationRequest): Promise<Exchange> {
    const token = savedToken(this.scenario.home);
    return this.#exchange(operationId, { params, query, body, ...(token !== null && { token }) }, 'setup');
  }

  async #send(...asked: Parameters<AccountClientParts['send']>): Promise<Answer> {
    const exchange = await this.#exchange(...asked);
    const { status, responseBody: body, failure } = exchange;
    return { status, body, story: storyOf(exchange), isOutOfReach: isOutOfReach(failure) };
  }
}

function storyOf(exchange: Exchange): string {
  return `${replyStory(exchange)}${errorIn(exchange.responseBody)}`;
}

/** How many places differ: one that several exchanges show counts once. */
function placesOf(mismatches: readonly Mismatch[]): number {
  return new Set(mismatches.map(({ operationId, part, pointer, wanted }) => [operationId, part, pointer, wanted].join(' '))).size;
}

function opened<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('o cenário ainda não foi aberto.');
  return part;
}

setWorldConstructor(DumontWorld);
