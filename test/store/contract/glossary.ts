import type { Open } from '../contract.js';
export const glossary = (_: Open): void => {};
