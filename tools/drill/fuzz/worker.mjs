// A process of its own for `tools/drill/fuzz.mjs`: SEED LIMIT [PLANT].
import { check } from './check.mjs';
import { inputOf } from './input.mjs';

const [seed, limit, module] = process.argv.slice(2);
const plant = module ? (await import(module)).default : undefined;

async function timed(input, number) {
  process.send({ began: number });
  const begun = process.cpuUsage();
  const found = check(input, number, plant);
  const { user, system } = process.cpuUsage(begun);
  return { ...found, milliseconds: (user + system) / 1000 };
}

/** Processor time counts, and an input that is slow is tried once more, so that a busy machine accuses nobody. */
async function run(number) {
  const input = inputOf(seed, number);
  let found = await timed(input, number);
  if (found.milliseconds > limit) found = await timed(input, number);
  if (found.milliseconds > limit) found.faults.push(['slow', `${Math.round(found.milliseconds)} ms`]);
  return { number, size: input.bytes.length, ...found };
}

// What is loaded with the first log is not that log's time.
check(inputOf(seed, 0), 0);
process.on('message', async ({ from, to }) => {
  for (let number = from; number < to; number++) process.send({ result: await run(number) });
  process.send({ idle: true });
});
process.send({ idle: true });
