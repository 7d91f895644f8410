/** In what a CLI may differ from the one that does what the document says. Each is a switch of its own. */
export interface CliManners {
  /** How it learns its address: by any way, by a flag alone, by `~/.dumont/config.json` alone, or never. */
  readonly address: 'any' | 'flag' | 'config' | 'never';
  /** Where it calls when nobody told it. */
  readonly defaultUrl: string;
  /** Without DUMONT_API_KEY or `api_key` in its configuration it runs no command. */
  readonly keyRequired: boolean;
  /** Login takes --email and --password; the words of the document are dropped and an empty body is sent. */
  readonly loginByOptions: boolean;
  /** Words that are no resource for it. */
  readonly unknownResources: readonly string[];
  /** Its exit code for a command that it does not know. */
  readonly unknownExit: 0 | 2;
  /** Its exit code for an error: 1, 0 for some statuses (400, 422, 500, 503), or always 0. */
  readonly exitCodes: 'meaningful' | 'some-zero' | 'always-zero';
  /** Words that a command does not take are dropped without a sound: `instance migrate <id> estimate` migrates. */
  readonly extraWordsDropped: boolean;
  readonly colours: boolean;
  /** Lines of a log, some of them JSON, before and after the output. */
  readonly logLines: boolean;
  readonly jsonOnOneLine: boolean;
  /** Accents as `\u00e3`. */
  readonly asciiOnly: boolean;
  /** Mode of the file with the token, in octal digits. */
  readonly tokenMode: '0600' | '0644';
  /**
   * Whether it draws its commands from the API's description: no; those outside a fixed table; all but the session's, fetching the
   * description before each command.
   */
  readonly discovery: 'none' | 'beyond-table' | 'before-each';
  /** What it takes for an operation in the description: the methods, or whatever stands below a path (which may end in a traceback). */
  readonly discoveryReads: 'methods' | 'everything';
  /** Where key=value of a POST goes. */
  readonly postValues: 'body' | 'body-and-query';
  /** Below what it calls: /api/v1, or /api for session, instances and snapshots. */
  readonly prefix: '/api/v1' | 'mixed';
}

/** Where nobody listens: a CLI that calls its default talks to nobody. */
const NOBODY = 'http://127.0.0.1:9';

/** Does what the document says. */
export const PLAIN: CliManners = {
  address: 'any',
  defaultUrl: NOBODY,
  keyRequired: false,
  loginByOptions: false,
  unknownResources: [],
  unknownExit: 2,
  exitCodes: 'meaningful',
  extraWordsDropped: false,
  colours: false,
  logLines: false,
  jsonOnOneLine: false,
  asciiOnly: false,
  tokenMode: '0600',
  discovery: 'none',
  discoveryReads: 'methods',
  postValues: 'body',
  prefix: '/api/v1',
};

/** The older generation, as installed. */
export const OLDER: CliManners = {
  ...PLAIN,
  address: 'flag',
  unknownExit: 0,
  exitCodes: 'some-zero',
  tokenMode: '0644',
  discovery: 'before-each',
  discoveryReads: 'everything',
  postValues: 'body-and-query',
  prefix: 'mixed',
};

/** The newer generation, as installed. */
export const NEWER: CliManners = {
  ...PLAIN,
  keyRequired: true,
  loginByOptions: true,
  unknownExit: 0,
  exitCodes: 'always-zero',
  extraWordsDropped: true,
  discovery: 'beyond-table',
};
