import { randomBytes } from 'node:crypto';

/** The raw secrets and addresses behind an account's settings; every account has its own. Nothing but their mask leaves the sandbox. */
export class Vault {
  readonly vastApiKey = randomBytes(32).toString('hex');
  readonly resticRepo = `s3:https://storage.example.com/dumont-${randomBytes(4).toString('hex')}`;
  readonly resticPassword = randomBytes(18).toString('base64url');
  readonly r2AccessKey = randomBytes(16).toString('hex');
  readonly r2SecretKey = randomBytes(32).toString('hex');
  /** A service account file of Google Cloud, in base64url. */
  readonly gcpCredentials = serviceAccount();

  /** All that must never show. */
  get secrets(): string[] {
    return [this.vastApiKey, this.resticPassword, this.r2AccessKey, this.r2SecretKey, this.gcpCredentials];
  }
}

function serviceAccount(): string {
  const project = `dumont-${randomBytes(3).toString('hex')}`;
  const file = {
    type: 'service_account',
    project_id: project,
    client_email: `standby@${project}.iam.example.com`,
    private_key: randomBytes(32).toString('base64'),
  };
  return Buffer.from(JSON.stringify(file)).toString('base64url');
}

/** How a secret is shown: `****` and its last four characters (resolutions J1). */
export function masked(secret: string): string {
  return `****${secret.slice(-4)}`;
}
