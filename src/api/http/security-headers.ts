// Which headers make a page harmless, whatever ends up in it?
import { randomBytes } from 'node:crypto';

/**
 * The policy of every HTML page (security.md 9), with one addition: `media-src 'self'`, because shipment videos
 * are evidence and `<video>` would fall back to `default-src 'none'`. `worker-src` is left out on purpose:
 * it falls back to `script-src 'self'`, which is what pdf.js needs when its worker is our own built file.
 * WebAssembly stays off (`wasm-unsafe-eval` is not granted): pdf.js must be given `useWasm: false`.
 */
export function buildPageCsp(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For bytes that a stranger wrote: no script, no request, no origin (security.md 3.16). */
export const EVIDENCE_CSP = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Sent with every response, also with refusals. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
};

/** A fresh value per page load; base64url fits into both a header and an attribute. */
export function createNonce(): string {
  return randomBytes(18).toString('base64url');
}
