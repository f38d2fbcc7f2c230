/** The two-byte characters of an encoding that Node decodes only, by character. */
function tableOf(encoding) {
  const decoder = new TextDecoder(encoding);
  const table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, [lead, trail]);
    }
  }
  return table;
}

const tables = new Map();

/** The bytes of a text in gb18030 or big5; characters without two bytes there become `?`. */
function legacy(text, encoding) {
  if (!tables.has(encoding)) tables.set(encoding, tableOf(encoding));
  const table = tables.get(encoding);
  const bytes = [];
  for (const char of text) {
    if (char < '\u0080') bytes.push(char.charCodeAt(0));
    else bytes.push(...(table.get(char) ?? [0x3f]));
  }
  return Buffer.from(bytes);
}

/** Encodings of logs, each with its byte order mark where it has one. */
const encodings = {
  'utf-8': { of: (text) => Buffer.from(text), mark: [0xef, 0xbb, 0xbf] },
  'utf-16le': { of: (text) => Buffer.from(text, 'utf16le'), mark: [0xff, 0xfe] },
  'utf-16be': { of: (text) => Buffer.from(text, 'utf16le').swap16(), mark: [0xfe, 0xff] },
  gb18030: { of: (text) => legacy(text, 'gb18030'), mark: [] },
  big5: { of: (text) => legacy(text, 'big5'), mark: [] },
};

/** The bytes of a text; lone halves of characters survive in UTF-16 only. */
export function encode(text, encoding, marked) {
  const { of, mark } = encodings[encoding];
  return marked ? Buffer.concat([Buffer.from(mark), of(text)]) : of(text);
}
