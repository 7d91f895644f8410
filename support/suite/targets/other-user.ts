import type { Control } from '../../sandbox/index';
import { changesBetween } from '../resources/account-views';
import { type ApiCall, callApi } from './api';
import { loginByApi } from './session';
import type { Account } from './target';

/** A second user of the product. Works over the API, so that neither the CLI's session nor the record of the scenario's exchanges is disturbed. */
export class OtherUser {
  #belongingsBefore: ReadonlyMap<string, string> = new Map();

  private constructor(
    readonly account: Account,
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  /** Makes a user who has all that the document asks of an account, and logs them in. */
  static async open(control: Control, baseUrl: string): Promise<OtherUser> {
    const account = await control.createUser({});
    return new OtherUser(account, baseUrl, await loginByApi(baseUrl, account));
  }

  /**
   * Does something in this user's name.
   * @returns the body of the reply
   * @throws Error in Portuguese when the API refuses it
   */
  async does<Body>(operationId: string, request: Omit<ApiCall, 'token'> = {}): Promise<Body> {
    const { status, body } = await callApi(this.baseUrl, operationId, { ...request, token: this.token });
    if (status < 300) return body as Body;
    const why = (body as { error?: unknown } | undefined)?.error;
    throw new Error(`a preparação do outro usuário não deu certo: ${operationId} respondeu ${status}${why ? `: "${why}"` : ''}.`);
  }

  /** Notes what this user has now, to compare with later. */
  async rememberBelongings(): Promise<void> {
    this.#belongingsBefore = await this.#belongings();
  }

  /** What is not as it was when last remembered, piece by piece: `a instância 42 sumiu`. */
  async changedBelongings(): Promise<string[]> {
    return changesBetween(this.#belongingsBefore, await this.#belongings());
  }

  async #belongings(): Promise<Map<string, string>> {
    const { instances } = await this.does<{ instances: Item[] }>('listInstances');
    const { snapshots } = await this.does<{ snapshots: Item[] }>('listSnapshots');
    const { jobs } = await this.does<{ jobs: Item[] }>('listFinetuneJobs');
    const { associations } = await this.does<{ associations: Record<string, Item> }>('listStandbyAssociations');
    const { auto_standby_enabled: standby, config } = await this.does<Item>('getStandbyStatus');
    return new Map([
      ...instances.map(({ id, status, label }) => [`a instância ${id}`, `${status} (${label})`] as const),
      ...snapshots.map(({ id, name }) => [`o snapshot ${id}`, `guardado (${name})`] as const),
      ...jobs.map(({ job_id, status }) => [`o job ${job_id}`, String(status)] as const),
      ...Object.entries(associations).map(
        ([gpu, { state, sync_enabled, gpu_failed }]) =>
          [`a CPU standby da GPU ${gpu}`, `${state} (sincroniza: ${sync_enabled}, sem GPU: ${gpu_failed})`] as const,
      ),
      ['o auto-standby', JSON.stringify({ standby, config })],
    ]);
  }
}

type Item = Readonly<Record<string, unknown>>;
