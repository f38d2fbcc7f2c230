import { decodeXML } from 'entities';
import type { PageKey } from '../markdown/keys.js';
import type { Content } from './target.js';
import { textIn } from './zip.js';

/** The custom property of an office document that tells which page it is. */
export const keyProperty = 'jianglu';

const value = new RegExp(
  `<property\\b[^>]{0,500}\\bname="${keyProperty}"[^>]{0,500}>\\s{0,99}<vt:lpwstr>([^<]{1,2000})</vt:lpwstr>`,
  'u',
);

/** The key that a workbook or document has among its custom properties. */
export function officeKey(content: Content): PageKey | undefined {
  if (typeof content === 'string') return undefined;
  const properties = textIn(content, 'docProps/custom.xml');
  const written = value.exec(properties ?? '')?.[1];
  return written === undefined ? undefined : decodeXML(written);
}
