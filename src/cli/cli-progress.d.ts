declare module 'cli-progress' {
  interface Options {
    format: string;
    barCompleteChar: string;
    barIncompleteChar: string;
    clearOnComplete: boolean;
    hideCursor: boolean;
    gracefulExit: boolean;
    stream: NodeJS.WriteStream;
  }
  class SingleBar {
    constructor(options: Options);
    start(total: number, value: number): void;
    increment(): void;
    stop(): void;
  }
  const cliProgress: { SingleBar: typeof SingleBar };
  export default cliProgress;
}
