/** Ends a command with one sentence for the person at the terminal, and no stack: what went wrong is theirs to mend, not ours. */
export class Stop extends Error {}
