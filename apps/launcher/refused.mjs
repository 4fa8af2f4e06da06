/** A start that cannot go on for a reason the operator can mend: printed as its one sentence, without a stack. */
export class StartRefused extends Error {}

/**
 * Runs a command-line program; a refusal ends it with its sentence and exit code 1, a fault with its stack.
 * @param {() => Promise<unknown>} program
 */
export function runProgram(program) {
  program().catch((/** @type {unknown} */ fault) => {
    console.error(fault instanceof StartRefused ? `hotline: ${fault.message}` : fault);
    process.exit(1);
  });
}

/**
 * The code of a system error (`ENOENT`, `EPERM`, …), if there is one.
 * @param {unknown} fault
 * @returns {string | undefined}
 */
export function codeOf(fault) {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : undefined;
}
