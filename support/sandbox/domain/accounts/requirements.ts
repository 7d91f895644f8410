/** What an account can have or lack; the document's prerequisites. */
export const REQUIREMENTS = ['vast_key', 'balance', 'storage', 'gcp', 'dataset', 'history'] as const;

export type Requirement = (typeof REQUIREMENTS)[number];
