// Frames of videos, in English.
export const video = {
  sheet: 'Frames of the video',
  count: '{count} frames',
  decoder: 'taken by {name}',
  goTo: 'Go to {time}',
  scene: 'new scene',
  making: 'Taking frames …',
  none: 'No frames.',
  undecodable: 'This video ({codec}) can’t be decoded on this computer.',
  tooSlow: 'Decoding this video ({codec}) took too long.',
  noPicture:
    'This video ({codec}) can neither be played nor turned into frames here. Save a copy and open it in a player.',
  noneHint: 'The video itself is filed, hashed and goes into packs unchanged.',
} as const;
