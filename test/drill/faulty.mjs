/** What goes wrong on purpose, by the environment's JIANGLU_FAULT: the drill must see it. */
const faults = {
  crash() {
    throw new TypeError('planted');
  },
  span({ notes }) {
    if (notes[0]) notes[0].lecture.messages.push(999_999);
  },
  schema({ ledger }) {
    delete ledger.warnings;
  },
  hang() {
    for (;;);
  },
  died() {
    process.kill(process.pid, 'SIGKILL');
  },
};

export default (extraction) => {
  faults[process.env.JIANGLU_FAULT](extraction);
  return extraction;
};
