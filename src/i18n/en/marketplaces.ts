// What is each marketplace called, in English?
import { MARKETPLACES } from '../../domain/marketplaces/marketplaces.ts';

/** One entry per code; the names live in the table of marketplaces, so that they can't drift apart. */
export const marketplaces: Readonly<Record<string, string>> = Object.fromEntries(
  MARKETPLACES.map((place) => [place.code, place.name['en']]),
);
