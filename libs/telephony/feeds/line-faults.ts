/** The switchboard does not let us in: another secret or another account is needed, not another try. */
export class LineRefused extends Error {}
/** The line is gone, or an answer did not come in time; said of every switchboard that is listened to. */
export class LineLost extends Error {}
