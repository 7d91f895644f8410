import type { Control } from '../../sandbox/index';
import type { Comparison } from '../language/expectation';
import type { Memory } from '../language/memory';
import { callApi } from '../targets/api';
import { loginByApi } from '../targets/session';
import type { Account } from '../targets/target';
import { errorIn } from '../wire/error-text';
import { AccountClient } from './account-client';
import { ACCOUNT_VIEWS, changesBetween } from './account-views';
import { instance } from './instance';
import type { Resource } from './resource';
import { standbyBelongings } from './standby-cpu';

/** Where an instance is noted of which another user's snapshot is; no feature can write such a name. */
const SOURCE = 'origem alheia';

/** A second user of the product, whose requests go to the backend directly: they are not among the exchanges of the scenario. */
export class OtherUser {
  readonly client: AccountClient;
  readonly account: Account;
  #before: ReadonlyMap<string, string> = new Map();

  private constructor(account: Account, client: AccountClient) {
    this.account = account;
    this.client = client;
  }

  /** Makes a user who has all that the document asks of an account, and logs them in. What they get is noted in `memory`. */
  static async open(control: Control, baseUrl: string, memory: Memory, patienceMs: number): Promise<OtherUser> {
    const account = await control.createUser({});
    const token = await loginByApi(baseUrl, account);
    const client = new AccountClient({
      account: async () => account,
      token: async () => token,
      async send(operationId, call) {
        const { status, body } = await callApi(baseUrl, operationId, call);
        return { status, body, story: `${operationId} respondeu ${status}${errorIn(body)}`, isOutOfReach: false };
      },
      memory,
      patienceMs,
      control,
      whose: 'do outro usuário',
    });
    return new OtherUser(account, client);
  }

  /**
   * Gives this user a resource, notes its id under the placeholder, and remembers what they have from then on.
   * @throws Error in Portuguese for what one user cannot hide from another
   */
  async receive(resource: Resource): Promise<void> {
    const { atRest, written, kind } = resource;
    if (atRest === null)
      throw new Error(`${written} não é algo que outro usuário possa ter; diga, por exemplo, "a instância <alheia>".`);
    if (kind === 'snapshot') await instance(SOURCE).prepare('em execução', this.client);
    await resource.prepare(atRest, this.client, { instance: SOURCE });
    this.#before = await this.#belongings();
  }

  /** What is not as it was when they last received something, piece by piece (`a instância 42 sumiu`), and all they had and have. */
  async compareBelongings(): Promise<Comparison & { changes: readonly string[] }> {
    const [before, after] = [this.#before, await this.#belongings()];
    return { changes: changesBetween(before, after), expected: Object.fromEntries(before), actual: Object.fromEntries(after) };
  }

  async #belongings(): Promise<Map<string, string>> {
    const belongings = new Map<string, string>(await standbyBelongings(this.client));
    for (const view of ACCOUNT_VIEWS.filter(({ movesByItself }) => !movesByItself))
      for (const [name, state] of await view.look(this.client)) belongings.set(name, state);
    return belongings;
  }
}
