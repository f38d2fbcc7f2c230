/**
 * Rows of numbers by the number of a thing, all forgotten when the next message is looked at: in one piece of memory, as
 * there are hundreds of thousands a talk.
 */
export interface Table {
  /** Numbers of a row. */
  readonly width: number;
  /** Rows made so far, and those of them that belong to earlier messages. */
  made: number;
  past: number;
  /** How many rows had been made with that of a thing, by the thing's number; 0 if it has none. */
  serials: Int32Array;
  /** The rows of this message. */
  numbers: Float64Array;
}

const FIRST = 256;

/** A table without rows. */
export const tableOf = (width: number): Table => ({
  width,
  made: 0,
  past: 0,
  serials: new Int32Array(FIRST),
  numbers: new Float64Array(FIRST * width),
});

/** Forgets all rows. */
export function clear(table: Table): void {
  table.past = table.made;
}

/** Where the row of a thing begins in the numbers; -1 if it has none. */
export function found({ serials, past, width }: Table, thing: number): number {
  const serial = thing < serials.length ? serials[thing]! : 0;
  return serial > past ? (serial - past - 1) * width : -1;
}

/** Adds a row for a thing, to be filled, and gives where it begins. */
export function added(table: Table, thing: number): number {
  const { width } = table;
  const at = (table.made - table.past) * width;
  if (thing >= table.serials.length) {
    const serials = new Int32Array(2 * thing);
    serials.set(table.serials);
    table.serials = serials;
  }
  if (at + width > table.numbers.length) {
    const numbers = new Float64Array(2 * table.numbers.length);
    numbers.set(table.numbers);
    table.numbers = numbers;
  }
  table.serials[thing] = ++table.made;
  return at;
}
