// Which colours do several sample papers share?
import type { Rgb } from './paper.ts';

/** Ground of a table's head. */
export const PALE: Rgb = [0.91, 0.935, 0.97];
/** Frame of a certificate. */
export const GOLD: Rgb = [0.72, 0.55, 0.2];
