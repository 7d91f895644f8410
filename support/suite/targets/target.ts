import type { Control } from '../../sandbox/index';

/** A user of the product, in whose name a scenario works. */
export interface Account {
  readonly email: string;
  readonly password: string;
  /** Raw values that must never show: those that the suite knows of the account's settings. */
  readonly secrets: readonly string[];
}

/** Where the commands go. */
export interface Target {
  readonly kind: 'sandbox' | 'deployment';
  /** Base address of the backend, without a trailing slash. */
  readonly baseUrl: string;
  /** Every scenario has an account of its own; otherwise all share one and what they create must be undone. */
  readonly hasOwnAccounts: boolean;
  /** Prepares what no documented command can; null where there is none. */
  readonly control: Control | null;
  /** Sessions that were opened in the name of accounts that outlive a scenario. */
  readonly secrets: Iterable<string>;
  /** Opens a session over the API. @returns its token */
  login(account: Account): Promise<string>;
  /** The account for one scenario. */
  openAccount(): Promise<Account>;
  /** Ends an account that was made for one scenario. */
  closeAccount(account: Account): Promise<void>;
  close(): Promise<void>;
}
