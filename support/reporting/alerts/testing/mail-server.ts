import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps the mails it got, and takes one user with one password. */
export class MailServer {
  readonly mails: { from: string; to: string[]; raw: string }[] = [];
  /** How many logins it saw. */
  logins = 0;
  readonly #server: SMTPServer;

  /** @param refusals SMTP codes for the first mails, in turn */
  constructor(user: string, password: string, refusals: readonly number[] = []) {
    const codes = [...refusals];
    this.#server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      allowInsecureAuth: true,
      onAuth: (auth, _session, callback) => {
        this.logins += 1;
        if (auth.username === user && auth.password === password) callback(null, { user });
        else callback(new Error('no'));
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const responseCode = codes.shift();
          if (responseCode !== undefined) {
            callback(Object.assign(new Error(`refused ${password}`), { responseCode }));
            return;
          }
          const { mailFrom, rcptTo } = session.envelope;
          this.mails.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString('utf8'),
          });
          callback();
        });
      },
    });
    this.#server.on('error', () => {}); // a client that leaves early is no error of ours
  }

  /** @returns its port on 127.0.0.1 */
  open(): Promise<number> {
    return new Promise((resolve) => {
      const { server } = this.#server;
      this.#server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
