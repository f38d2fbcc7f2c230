/** A file of the package by its path from the package's folder. */
export const shippedAt = (path: string): URL => new URL(`../${path}`, import.meta.url);

/** A file that stands beside the code, by its path from the folder of all code. */
export const besideCode = (path: string): URL => new URL(`./${path}`, import.meta.url);
