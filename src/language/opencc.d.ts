declare module 'opencc-js/dict/*' {
  /** `TRADITIONAL SIMPLIFIED` pairs, joined by `|`. */
  const pairs: string;
  export default pairs;
}
