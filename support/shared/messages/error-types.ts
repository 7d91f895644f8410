/** Types of an error (its `name`, the `type` of an exception in the message stream) by which a report tells what it is about. */

/** The suite could not do its work, so that nothing is learnt about the product. */
export const ENVIRONMENT_ERROR = 'EnvironmentError';

/** The run was asked to end in the middle of the step. */
export const INTERRUPTED_ERROR = 'InterruptedError';

/** The run had no time left to wait for what a step waits for. */
export const WAIT_BUDGET_ERROR = 'WaitBudgetError';
