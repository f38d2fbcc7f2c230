import { type Element, xml2js } from 'xml-js';

/** An element of a parsed document. */
export interface Found {
  attributes: Record<string, string>;
  text: string;
}

const textOf = ({ type, text, cdata, elements = [] }: Element): string =>
  type === 'text' ? String(text) : (cdata ?? elements.map(textOf).join(''));

function* below(element: Element): Generator<Element> {
  for (const child of element.elements ?? []) {
    yield child;
    yield* below(child);
  }
}

/** Parses XML; throws where it is not well-formed. */
export const parsedXml = (xml: string): Element =>
  xml2js(xml, { compact: false, captureSpacesBetweenElements: true }) as Element;

/** All elements of a name, in order. */
export const named = (document: Element, name: string): Found[] =>
  [...below(document)]
    .filter((element) => element.name === name)
    .map((element) => ({
      attributes: (element.attributes ?? {}) as Record<string, string>,
      text: textOf(element),
    }));
