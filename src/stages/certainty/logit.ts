/** Log-odds of a probability, kept within bounds that a model can weigh. */
export const logit = (p: number): number => Math.max(-5, Math.min(5, Math.log((p + 1e-4) / (1 - p + 1e-4))));
