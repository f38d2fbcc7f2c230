import type { Open } from '../contract.js';
export const names = (_: Open): void => {};
