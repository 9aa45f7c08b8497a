// Is a piece of JSON from a page safe to hand to a parser and to a schema?

export interface JsonLimits {
  readonly maxDepth: number;
  readonly maxCharacters: number;
}

export const API_JSON_LIMITS: JsonLimits = { maxDepth: 32, maxCharacters: 4 * 1024 * 1024 };

export type JsonVerdict = 'ok' | 'too-large' | 'too-deep' | 'malformed' | 'forbidden-key';

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Judges JSON text before anything else sees it (security.md 26). Depth is counted on the text first, so that
 * a megabyte of brackets never reaches a recursive walk.
 */
export function judgeJson(text: string, limits: JsonLimits = API_JSON_LIMITS): JsonVerdict {
  if (text.length > limits.maxCharacters) return 'too-large';
  if (measureDepth(text) > limits.maxDepth) return 'too-deep';
  let forbidden = false;
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (FORBIDDEN_KEYS.has(key)) forbidden = true;
      return value;
    });
  } catch {
    return 'malformed';
  }
  return forbidden ? 'forbidden-key' : 'ok';
}

/** The deepest nesting of brackets outside strings. */
function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return deepest;
}
