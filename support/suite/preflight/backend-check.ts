import { loadContract } from '../../contract/contract';
import type { DeploymentTarget } from '../../settings';
import { environment } from '../../shared/environment';
import { explainFailure, failureCode, isUnknownCertificate } from '../wire/failures';
import { type Received, requestJson } from '../wire/http';

/** Far more than a backend needs that answers at all. */
const TIMEOUT_MS = 10_000;

/** Answers of a gateway whose backend is not there. */
const NOBODY_BEHIND: readonly number[] = [502, 503, 504];
const REFUSED: readonly number[] = [401, 403];

/**
 * Is the backend there, and do the credentials open a session that may do something? Only looks.
 * @returns one Portuguese sentence for what leaves nothing to be checked; null when a run can begin. A login that answers otherwise than the
 * contract says is the run's own to tell
 */
export async function backendProblem(target: DeploymentTarget): Promise<string | null> {
  let login: Received;
  try {
    login = await logIn(target.baseUrl, target);
  } catch (error) {
    return unreachable(target.baseUrl, failureCode(error));
  }
  return refusedLogin(target, login) ?? (await notTheApi(target, login)) ?? (await withoutRights(target, login));
}

/** The login at the first of its routes that the backend knows. */
async function logIn(baseUrl: string, { email, password }: DeploymentTarget): Promise<Received> {
  const contract = loadContract();
  const body = { username: email, password };
  let received: Received = { status: 404, body: undefined };
  for (const path of contract.mountsOf(contract.operation('login').path)) {
    received = await requestJson({ method: 'POST', url: baseUrl + path, body, timeoutMs: TIMEOUT_MS });
    if (received.status !== 404) break;
  }
  return received;
}

function unreachable(baseUrl: string, code: string): string {
  const why = explainFailure(code);
  if (isUnknownCertificate(code))
    return `O certificado de ${baseUrl} não é reconhecido (${why}); diga com NODE_EXTRA_CA_CERTS onde está o arquivo .pem da autoridade que o assinou.`;
  return `O backend em ${baseUrl} não responde (${why}); confira se ele está no ar e se DUMONT_BASE_URL está certo${proxyHint(baseUrl)}.`;
}

/** The suite calls the backend itself, not by way of anybody. */
function proxyHint(baseUrl: string): string {
  const name = new URL(baseUrl).protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const { [name]: upper, [name.toLowerCase()]: lower } = environment();
  return upper || lower ? `; a suíte não passa pelo proxy de ${name}` : '';
}

function refusedLogin({ email }: DeploymentTarget, { status }: Received): string | null {
  if (!REFUSED.includes(status)) return null;
  return `O backend recusou a senha de ${email} (o login respondeu ${status}); confira DUMONT_TEST_EMAIL e DUMONT_TEST_PASSWORD.`;
}

async function notTheApi(target: DeploymentTarget, { status, body, location }: Received): Promise<string | null> {
  const { baseUrl } = target;
  if (NOBODY_BEHIND.includes(status)) return `O backend em ${baseUrl} está fora do ar: o login respondeu ${status}.`;
  if (location !== undefined)
    return `O backend em ${baseUrl} manda ir a outro endereço (o login respondeu ${status}); ${redirectionAdvice(location, baseUrl)}.`;
  const isPage = typeof body === 'string' && /^\s*<(?:!doctype|html)/i.test(body);
  if (status !== 404 && !isPage) return null;
  const better = await withoutPath(target);
  const advice = better === null ? 'confira DUMONT_BASE_URL' : `use DUMONT_BASE_URL=${better}, sem o caminho`;
  return `${baseUrl} não parece ser a API da Dumont: o login respondeu ${status}${isPage ? ', com uma página' : ''}; ${advice}.`;
}

function redirectionAdvice(location: string, baseUrl: string): string {
  const there = new URL(location, baseUrl);
  const mount = loadContract()
    .mountsOf(loadContract().operation('login').path)
    .find((path) => there.pathname.endsWith(path));
  return mount === undefined
    ? `confira DUMONT_BASE_URL (ele leva a ${there.origin})`
    : `use DUMONT_BASE_URL=${there.origin}${there.pathname.slice(0, -mount.length)}`;
}

/** The address without its path, or without the part of it that the contract's paths begin with, where the API is there. */
async function withoutPath(target: DeploymentTarget): Promise<string | null> {
  const shorter = [target.baseUrl.replace(/\/api(?:\/v1)?$/, ''), new URL(target.baseUrl).origin];
  for (const address of new Set(shorter.filter((each) => each !== target.baseUrl))) {
    const { status, body } = await logIn(address, target).catch(() => ({ status: 404, body: undefined }));
    if (status !== 404 && typeof body === 'object') return address;
  }
  return null;
}

async function withoutRights({ baseUrl, email }: DeploymentTarget, { body }: Received): Promise<string | null> {
  const { token } = (body ?? {}) as { token?: unknown };
  if (typeof token !== 'string') return null;
  const { method, path } = loadContract().operation('listInstances');
  const looked = await requestJson({ method, url: baseUrl + path, token, timeoutMs: TIMEOUT_MS }).catch(() => null);
  if (!looked || !REFUSED.includes(looked.status)) return null;
  return `${email} entra, mas não tem permissão para usar a API: ${method} ${path} respondeu ${looked.status}; use outro usuário em DUMONT_TEST_EMAIL.`;
}
