// cspell:words apikey authkey secretkey accesstoken
const TELLING: ReadonlySet<string> = new Set(
  (
    'key apikey authkey accesskey secretkey privatekey secret token accesstoken password passwd passphrase pwd senha ' +
    'credential credentials credenciais private'
  ).split(' '),
);

/** Whether the name of a field or variable tells that its value is a secret: `api_key`, `authKey`, `DB_PASSWORD`. Counts of tokens are none. */
export function tells(name: string): boolean {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').split(/[^A-Za-z]+/);
  return words.some((word) => TELLING.has(word.toLowerCase()));
}

/** The texts in a JSON value whose names tell that they are secrets, at any depth. */
export function tellingValues(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' && tells(name) ? [inner] : tellingValues(inner),
  );
}
