import type { Open } from '../contract.js';
export const filters = (_: Open): void => {};
