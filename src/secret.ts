import { timingSafeEqual } from 'node:crypto';

/** Whether what was given is the secret, in a time that tells nothing of how much of it is right. */
export function isSecret(given: string, secret: string): boolean {
  const [one, two] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === two.length && timingSafeEqual(one, two);
}
