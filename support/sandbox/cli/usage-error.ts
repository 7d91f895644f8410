/** A command line that asks for nothing the contract offers. `advice` are the lines that show the nearest correct usage. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly advice: string[] = [],
  ) {
    super(message);
  }
}
