import type { Open } from '../contract.js';
export const properties = (_: Open): void => {};
