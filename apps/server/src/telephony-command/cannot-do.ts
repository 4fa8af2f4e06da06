/** Its message is one sentence for the operator. */
export class CannotDo extends Error {}
