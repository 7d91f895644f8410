import { ENVIRONMENT_ERROR, INTERRUPTED_ERROR, WAIT_BUDGET_ERROR } from '../../shared/messages/error-types';

const MEANINGS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'conexão recusada',
  ECONNRESET: 'a conexão caiu no meio',
  EPIPE: 'a conexão caiu no meio',
  ENOTFOUND: 'endereço não encontrado',
  EAI_AGAIN: 'o DNS não respondeu',
  EHOSTUNREACH: 'máquina fora de alcance',
  ENETUNREACH: 'rede fora de alcance',
  ETIMEDOUT: 'demorou demais para responder',
  EPROTO: 'não fala https',
  ERR_SSL_WRONG_VERSION_NUMBER: 'não fala https',
  CERT_HAS_EXPIRED: 'certificado vencido',
  ERR_TLS_CERT_ALTNAME_INVALID: 'o certificado é de outro endereço',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificado sem autoridade conhecida',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificado sem autoridade conhecida',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificado sem autoridade conhecida',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificado sem autoridade conhecida',
};

const UNKNOWN_AUTHORITY: readonly string[] = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];

/** True when a certificate was signed by nobody that this process knows. */
export function isUnknownCertificate(code: string): boolean {
  return UNKNOWN_AUTHORITY.includes(code);
}

/** What a network error code means, in words, with the code for whoever searches for it. */
export function explainFailure(code: string): string {
  const meaning = MEANINGS[code] ?? (code.startsWith('HPE_') ? 'o que veio não é HTTP bem formado' : undefined);
  return meaning ? `${meaning}, ${code}` : code;
}

/** The code of a system error, or its message when it bears none. */
export function failureCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return failureCode(error.errors[0]);
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

/** By these nothing of the product was reached: no promise of it was kept or broken. */
const OUT_OF_REACH: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  ...UNKNOWN_AUTHORITY,
];

/** True when a request failed before it reached the backend; one that was cut off half-way did reach it. */
export function isOutOfReach(code: string | null | undefined): boolean {
  return code != null && OUT_OF_REACH.includes(code);
}

/** The suite could not do its work, so that nothing is learnt about the product. */
export class EnvironmentError extends Error {
  override readonly name = ENVIRONMENT_ERROR;
}

/** The run has waited enough: what did not come in the little time left may still be on its way. */
export class WaitBudgetError extends Error {
  override readonly name = WAIT_BUDGET_ERROR;
}

/** The run was asked to end in the middle of a step. */
export class InterruptedError extends Error {
  override readonly name = INTERRUPTED_ERROR;
}
