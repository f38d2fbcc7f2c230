/** Shows how far a batch is. */
export interface Progress {
  step(): void;
  stop(): void;
}

const silent: Progress = { step() {}, stop() {} };

/** A progress bar on standard error; nothing unless that is a terminal and there is more than one thing to do. */
export async function progressOf(total: number): Promise<Progress> {
  if (!process.stderr.isTTY || total < 2) return silent;
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value}/{total}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
    gracefulExit: false,
    stream: process.stderr,
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}
