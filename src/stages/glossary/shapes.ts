import { acronym } from './acronym.js';
import { comma, line, runIn } from './apposition.js';
import type { Shape } from './candidate.js';
import { gloss } from './gloss.js';
import { kinds } from './kinds.js';
import { bracket, dash, inner, label } from './label.js';
import { naming } from './naming.js';
import { quoted } from './quoted.js';
import { soCalled } from './soCalled.js';
import { subject } from './subject.js';

/** All ways of defining that are looked for in a clause; headings come on top (`headings.ts`). */
export const shapes: Shape[] = [
  label,
  dash,
  bracket,
  inner,
  soCalled,
  subject,
  naming,
  acronym,
  comma,
  line,
  runIn,
  kinds,
  quoted,
  gloss,
];
