import { loadContract } from '../../contract/contract';
import { EnvironmentError, explainFailure, failureCode } from '../wire/failures';
import { type Received, requestJson } from '../wire/http';

const TIMEOUT_MS = 30_000;

/** A request of the suite itself to an operation of the contract. */
export interface ApiCall {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  readonly token?: string;
}

/**
 * Calls an operation of the contract without the CLI: for preparations and checks that no scenario is about.
 * @throws EnvironmentError in Portuguese when the backend does not answer
 */
export async function callApi(
  baseUrl: string,
  operationId: string,
  { params = {}, query = {}, body, token }: ApiCall = {},
): Promise<Received> {
  const { method, path: template } = loadContract().operation(operationId);
  const path = Object.entries(params).reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, encodeURIComponent(value)),
    template,
  );
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string]));
  const search = new URLSearchParams(pairs).toString();
  const url = `${baseUrl}${path}${search === '' ? '' : `?${search}`}`;
  try {
    return await requestJson({ method, url, body, token, timeoutMs: TIMEOUT_MS });
  } catch (error) {
    const why = explainFailure(failureCode(error));
    throw new EnvironmentError(
      `o backend em ${baseUrl} não responde (${why}); confira se ele está no ar e se DUMONT_BASE_URL está certo.`,
    );
  }
}
