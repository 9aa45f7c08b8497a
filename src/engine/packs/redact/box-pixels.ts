// Which pixels of a picture does a box touch?
import type { RedactionBox } from '../../store/schema/cases.ts';

/** Whole pixels that the box touches at all. */
export function pixelsOf(
  box: RedactionBox,
  width: number,
  height: number,
): { left: number; top: number; right: number; bottom: number } {
  return {
    left: Math.max(0, Math.floor(box.x * width)),
    top: Math.max(0, Math.floor(box.y * height)),
    right: Math.min(width, Math.ceil((box.x + box.width) * width)),
    bottom: Math.min(height, Math.ceil((box.y + box.height) * height)),
  };
}
