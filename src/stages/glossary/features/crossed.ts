import type { Features } from '../features.js';

/** What holds of labels and of told definitions only: both together say more than each alone. */
const companions = [
  'head',
  'once',
  'said',
  'kin',
  'times',
  'titled',
  'opens',
  'single',
  'marked',
  'inline',
  'alone',
  'apart',
  'verbNext',
  'sentence',
  'row',
  'risk',
];
const families: Record<string, string[]> = {
  told: ['refers', 'soCalled', 'equals', 'kindOf', 'aka', 'naming'],
  labelled: ['colon', 'dash', 'bracket', 'comma', 'line', 'runIn', 'heading'],
};

/** The family of a term's shapes, and its features once more for that family alone. */
export function crossed(own: Features): Features {
  const found: Features = {};
  for (const [family, shapes] of Object.entries(families)) {
    if (!shapes.some((shape) => own[`shape.${shape}`])) continue;
    found[family] = 1;
    for (const name of companions) found[`${family}*${name}`] = own[name]!;
  }
  return found;
}
