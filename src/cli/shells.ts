/** Shells that `completion` knows. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** A shell that `completion` knows. */
export type Shell = (typeof shells)[number];
