/** The sentence that compares the account's instances with what they were before the command; whoever runs the command must know of it. */
export const INSTANCES_UNCHANGED = 'minhas instâncias continuam as mesmas';
