import type { PageKey } from '../../../markdown/keys.js';
import { h } from '../../../pages/html.js';
import { type Page as Drawn, type Frame, inFrame } from '../../../pages/layout.js';
import type { View } from '../../../pages/view.js';
import { keyMark } from '../../html/document.js';
import { fileKey } from './aims.js';
import { resolverOf, rootFrom, type Whereabouts } from './links.js';
import { sealed } from './sealed.js';
import { settled } from './settled.js';

/** As the headers of serve: nothing from elsewhere, nothing inline. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'";

const frameOf = (key: PageKey, name: string, scripted: boolean): Frame => ({
  root: h` data-root="${rootFrom(name)}"`,
  head: h`${keyMark(key)}
<meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="referrer" content="no-referrer" />
`,
  script: scripted && h`<script defer src="/assets/site.js"></script>`,
});

/** A page of serve as the file of a key: with where the folder of the site is, and links to files. */
export function asFile(key: PageKey, drawn: Drawn, view: View, where: Whereabouts): string {
  const { nameOf } = where;
  const name = nameOf(key)!;
  const scripted = nameOf(fileKey('site.js')) !== undefined;
  return sealed(settled(inFrame(view, frameOf(key, name, scripted), drawn), resolverOf(name, where)));
}
