import type { Contract, Operation } from '../../contract/contract';
import type { ExchangeEvidence } from '../../shared/messages/evidence';
import { withoutQuery } from './commands';
import { fieldsOf, namesIn } from './fields';
import type { OperationCoverage, OutsideRequest, ParameterCoverage, ReplyCoverage } from './model';

/** Who sent a request. */
export type Sender = keyof OperationCoverage['requests'];

/** Gathers, request by request, what a run used of the contract. */
export class Usage {
  readonly #operations: Map<string, OperationUsage>;
  readonly #outside = new Map<string, OutsideRequest>();
  #forgetful = false;

  constructor(contract: Contract) {
    this.#operations = new Map(contract.operations.map((operation) => [operation.id, new OperationUsage(operation)]));
  }

  add(exchange: ExchangeEvidence, sender: Sender): void {
    if (isForgotten(exchange)) this.#forgetful = true;
    const usage = this.#operations.get(exchange.operationId ?? '');
    if (usage) usage.add(exchange, sender);
    else this.#addOutside(exchange);
  }

  /** True when the stream kept of some exchange only which it was, not what was sent: streams of older runs. */
  get isForgetful(): boolean {
    return this.#forgetful;
  }

  get operations(): OperationCoverage[] {
    return [...this.#operations.values()].map((usage) => usage.coverage());
  }

  get outside(): OutsideRequest[] {
    return [...this.#outside.values()].sort((one, other) => other.times - one.times);
  }

  #addOutside({ method, path }: ExchangeEvidence): void {
    const plain = withoutQuery(path);
    const key = `${method} ${plain}`;
    const known = this.#outside.get(key);
    if (known) known.times += 1;
    else this.#outside.set(key, { method, path: plain, times: 1 });
  }
}

/** What one operation was asked, and what it answered. */
class OperationUsage {
  readonly #operation: Operation;
  readonly #fields: readonly Omit<ParameterCoverage, 'state'>[];
  readonly #unseen: { query: Set<string>; body: Set<string> };
  readonly #requests = { own: 0, rules: 0, support: 0 };
  readonly #statuses = new Map<number, number>();
  #opaqueBody = false;

  constructor(operation: Operation) {
    this.#operation = operation;
    this.#fields = fieldsOf(operation);
    const named = (place: ParameterCoverage['in']): Set<string> =>
      new Set(this.#fields.filter((field) => field.in === place).map(({ name }) => name));
    this.#unseen = { query: named('query'), body: named('body') };
  }

  add(exchange: ExchangeEvidence, sender: Sender): void {
    this.#requests[sender] += 1;
    const { status, path } = exchange;
    if (status !== null) this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    if (this.#unseen.query.size > 0 && path.includes('?')) {
      for (const name of new URLSearchParams(path.slice(path.indexOf('?'))).keys()) this.#unseen.query.delete(name);
    }
    if (this.#unseen.body.size > 0) this.#readBody(exchange);
  }

  coverage(): OperationCoverage {
    const { id, method, path, cli, suite } = this.#operation;
    return {
      id,
      method,
      path,
      command: cli && ['dumont', cli.resource, cli.action, ...cli.args].join(' '),
      suite,
      requests: { ...this.#requests },
      parameters: this.#fields.map((field) => ({ ...field, state: this.#stateOf(field) })),
      replies: this.#replies(),
    };
  }

  #readBody(exchange: ExchangeEvidence): void {
    if (exchange.request === null) {
      if (isForgotten(exchange)) this.#opaqueBody = true;
      return;
    }
    try {
      for (const name of namesIn(JSON.parse(exchange.request))) this.#unseen.body.delete(name);
    } catch {
      this.#opaqueBody = true; // cut, because it was long, or no JSON
    }
  }

  #stateOf({ in: place, name }: Omit<ParameterCoverage, 'state'>): ParameterCoverage['state'] {
    if (place === 'path') return Object.values(this.#requests).some((times) => times > 0) ? 'exercised' : 'never';
    if (!this.#unseen[place].has(name)) return 'exercised';
    return place === 'body' && this.#opaqueBody ? 'unknown' : 'never';
  }

  #replies(): ReplyCoverage[] {
    const documented = [...this.#operation.replies.keys()];
    const others = [...this.#statuses.keys()].filter((status) => !documented.includes(status));
    return [...documented, ...others]
      .sort((one, other) => one - other)
      .map((status) => ({ status, documented: documented.includes(status), times: this.#statuses.get(status) ?? 0 }));
  }
}

/** What was sent and how long it took came into the stream together: without either, nobody kept it. */
function isForgotten({ request, durationMs }: ExchangeEvidence): boolean {
  return request === null && durationMs === null;
}
