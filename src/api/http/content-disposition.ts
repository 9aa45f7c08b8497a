// How is a file name that a stranger chose put into a header?

// Control characters end headers; slashes and colons end paths; bidi marks turn "exe.pdf" around.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"\\/:*?<>|]/g;
const MAX_CHARACTERS = 150;

/** A file name that no system reads as a path, a device, a header or a hidden direction change. */
export function sanitiseFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '');
  const short = shorten(cleaned.trim());
  if (short === '') return 'file';
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short) ? `_${short}` : short;
}

/** `Content-Disposition` with an ASCII fall-back and the real name in UTF-8 (RFC 6266, RFC 8187). */
export function buildContentDisposition(disposition: 'inline' | 'attachment', fileName: string): string {
  const safe = sanitiseFileName(fileName);
  const ascii = safe.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll('%', '_');
  const encoded = encodeURIComponent(safe.toWellFormed()).replaceAll(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Keeps the extension, because the receiving system chooses a program by it. */
function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= MAX_CHARACTERS) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return characters.slice(0, MAX_CHARACTERS - extension.length).join('') + extension;
}
