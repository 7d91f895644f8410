/** Which part of a run this process runs, "1/3" as `--shard` takes it; null for a run in one piece. */
export function shardOf(argv: readonly string[]): string | null {
  const at = argv.findIndex((word) => word === '--shard' || word.startsWith('--shard='));
  if (at === -1) return null;
  return argv[at]?.split('=')[1] ?? argv[at + 1] ?? '';
}

/** True when this process runs one shard of a run: it may well be empty, and its siblings have the rest. */
export function isShard(): boolean {
  return shardOf(process.argv) !== null;
}
