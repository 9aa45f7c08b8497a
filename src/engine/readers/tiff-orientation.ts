// How do pixels that were decoded by hand stand upright? sharp turns only what it decoded itself.
import sharp, { type Sharp } from './picture-library.ts';
import type { TiffImage } from './tiff.ts';

/** Upright pixels with their upright size. */
export function orientPixels({ rgb, width, height, orientation }: TiffImage): {
  pixels: Sharp;
  width: number;
  height: number;
} {
  const stored = sharp(rgb, { raw: { width, height, channels: 3 }, limitInputPixels: false });
  const isTurned = orientation >= 5 && orientation <= 8;
  return {
    pixels: turn(stored, orientation),
    width: isTurned ? height : width,
    height: isTurned ? width : height,
  };
}

/** EXIF 2.32, tag 274. sharp flips before it turns. */
function turn(image: Sharp, orientation: number): Sharp {
  switch (orientation) {
    case 2:
      return image.flop();
    case 3:
      return image.rotate(180);
    case 4:
      return image.flip();
    case 5:
      return image.flip().rotate(90);
    case 6:
      return image.rotate(90);
    case 7:
      return image.flop().rotate(90);
    case 8:
      return image.rotate(270);
    default:
      return image;
  }
}
