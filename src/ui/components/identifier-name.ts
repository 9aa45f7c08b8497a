// What is a family of identifiers called on the page?
import type { Words } from '../app/words.ts';

/** "订单", "Tracking number"…; a family without a name is shown by its slug. */
export function nameIdentifierType(type: string, t: Words['t']): string {
  const known = t(`ui.id_${type}`);
  if (known !== `ui.id_${type}`) return known;
  const own = t(`uiIdentifiers.id_${type}`);
  if (own !== `uiIdentifiers.id_${type}`) return own;
  const other = t(`findingNames.id_${type}`);
  return other === `findingNames.id_${type}` ? type.replaceAll('_', ' ') : other;
}
