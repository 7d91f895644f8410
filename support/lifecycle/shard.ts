/** True when this process runs one shard of a run: it may well be empty, and its siblings have the rest. */
export function isShard(): boolean {
  return process.argv.some((argument) => argument === '--shard' || argument.startsWith('--shard='));
}
