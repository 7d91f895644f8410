import { createHmac, randomBytes } from 'node:crypto';
import type { AccountClient } from '../resources/account-client';
import type { OtherUser } from '../resources/other-user';

const ONE_YEAR = 365 * 24 * 60 * 60;

/** A session token of the product: a JWT, whole and in its parts. */
interface GoodToken {
  readonly whole: string;
  readonly header: string;
  readonly claims: Readonly<Record<string, unknown>> & { readonly exp?: number };
  readonly signature: string;
}

/** Whose token is made defective. */
interface Holder {
  readonly client: AccountClient;
  otherUser(): Promise<OtherUser>;
}

/** What can be wrong with a session token, made from a good one of the scenario's account. */
const DEFECTS = {
  /** Good once: only the product itself can make such a one. */
  vencido: async (_: GoodToken, { client }: Holder) => client.control.expiredToken((await client.account()).email),
  /** Prolonged by a year by whoever holds it. */
  adulterado: async ({ header, claims, signature }: GoodToken) =>
    `${header}.${encoded({ ...claims, exp: (claims.exp ?? 0) + ONE_YEAR })}.${signature}`,
  /** The right content, signed with a key that is not the product's. */
  falsificado: async ({ claims }: GoodToken) => forged(claims),
  /** Signed with such a key too, and in the name of somebody else. */
  'falsificado em nome de outro usuário': async ({ claims }: GoodToken, holder: Holder) =>
    forged({ ...claims, sub: (await holder.otherUser()).account.email }),
  /** It says of itself that it needs no signature. */
  'sem assinatura': async ({ claims }: GoodToken) => `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`,
  /** A copy that was cut short. */
  'cortado ao meio': async ({ whole }: GoodToken) => whole.slice(0, whole.length / 2),
} as const;

export type Defect = keyof typeof DEFECTS;

export const DEFECT_PATTERN = Object.keys(DEFECTS).join('|');

/**
 * A token of the scenario's account with that defect.
 * @param whole a good one
 * @throws Error in Portuguese when the product's tokens are no JWTs
 */
export function faultyToken(defect: Defect, whole: string, holder: Holder): Promise<string> {
  return DEFECTS[defect](readToken(whole), holder);
}

function forged(claims: GoodToken['claims']): string {
  const content = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${content}.${createHmac('sha256', randomBytes(32)).update(content).digest('base64url')}`;
}

function readToken(whole: string): GoodToken {
  const [header = '', claims = '', signature = '', ...more] = whole.split('.');
  try {
    if (signature === '' || more.length > 0) throw new Error('not three parts');
    return { whole, header, signature, claims: JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) };
  } catch {
    throw new Error('o token que veio do login deveria ser um JWT, mas não é: não sei fazer um com defeito.');
  }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
