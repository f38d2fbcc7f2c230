/** Milliseconds that the processor worked while something ran: what else the machine does does not lengthen it. */
export function workOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
