import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import { DomainError } from '../errors';

const THIRTY_DAYS = 30 * 24 * 60 * 60;

// Only these two parts of jose are loaded, and only when they are needed: all of it takes three times as long.

/** Issues and reads the session tokens: JWT HS256 with `sub` (e-mail), `iat` and `exp` (contract.md 2), signed with a secret of this process. */
export class Tokens {
  readonly #secret = randomBytes(32);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A token of `email`, valid for 30 days. */
  issue(email: string): Promise<string> {
    return this.#sign(email, this.#now());
  }

  /** A token of `email` whose 30 days were over an hour ago. */
  issueExpired(email: string): Promise<string> {
    return this.#sign(email, this.#now() - THIRTY_DAYS - 3600);
  }

  /** The e-mail address of a valid token; 401 for one that is expired, forged or no token at all. */
  async emailOf(token: string): Promise<string> {
    const { jwtVerify } = require('jose/jwt/verify') as typeof import('jose/jwt/verify');
    try {
      const options = { algorithms: ['HS256'], requiredClaims: ['sub', 'iat', 'exp'], currentDate: this.#clock.now() };
      const { payload } = await jwtVerify(token, this.#secret, options);
      return String(payload.sub);
    } catch {
      throw new DomainError(401, 'Not authenticated');
    }
  }

  async #sign(email: string, issuedAt: number): Promise<string> {
    const { SignJWT } = require('jose/jwt/sign') as typeof import('jose/jwt/sign');
    return new SignJWT()
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(email)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + THIRTY_DAYS)
      .sign(this.#secret);
  }

  #now(): number {
    return Math.floor(this.#clock.now().getTime() / 1000);
  }
}
