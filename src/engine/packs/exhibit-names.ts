// Under which name does an exhibit, and the pack itself, travel? (domain.md 4.2)

import { BEIJING, formatDateInZone } from './book/zone-time.ts';
import type { AttachmentProfile, ExhibitPlan, PackPlan } from './pack-plan.ts';

const MAX_NAME = 80;

/** Media type → extensions that upload forms take for it; the first one is used when the original has another. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'pjpeg', 'jfif'],
  'image/png': ['png', 'apng'],
  'image/gif': ['gif'],
  'image/tiff': ['tiff', 'tif'],
  'image/webp': ['webp'],
  'image/bmp': ['bmp'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'image/avif': ['avif'],
  'message/rfc822': ['eml'],
  'application/vnd.ms-outlook': ['msg'],
  'text/plain': ['txt', 'log', 'md', 'csv', 'tsv', 'text'],
  'text/csv': ['csv', 'txt'],
  'text/html': ['html', 'htm'],
  'video/mp4': ['mp4', 'm4v', 'mov'],
  'video/quicktime': ['mov', 'mp4', 'qt'],
};

/** Identifiers that may stand in a file name: never personal, bank or price data. */
const NAMED_IDENTIFIERS = ['asin', 'order_id', 'fba_shipment_id', 'tracking_number', 'case_id'] as const;

/** "pdf": the original's own extension when it fits the content, else the usual one of its type. Without dot. */
export function extensionOf(exhibit: ExhibitPlan): string {
  const match = /\.([A-Za-z0-9]{1,8})$/.exec(exhibit.originalName);
  const own = match?.[1]?.toLowerCase();
  const fitting = EXTENSIONS[exhibit.mediaType];
  if (fitting === undefined) return own ?? 'bin';
  return own !== undefined && fitting.includes(own) ? own : fitting[0]!;
}

/** Extensions that mean the same to an upload form. */
const ALIASES: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  jpe: 'jpg',
  pjpeg: 'jpg',
  jfif: 'jpg',
  tif: 'tiff',
  htm: 'html',
};

function canonical(extension: string): string {
  return ALIASES[extension] ?? extension;
}

/** True when the profile takes files with this extension. */
export function accepts(profile: AttachmentProfile, extension: string): boolean {
  return profile.extensions.some((allowed) => canonical(allowed) === canonical(extension));
}

/** A form compares letters: "tif" where it lists "tiff", "jfif" where it lists "jpg" gets the spelling that it lists. */
function spellForForm(extension: string, { extensions }: AttachmentProfile): string {
  if (extensions.includes(extension)) return extension;
  return extensions.find((allowed) => canonical(allowed) === canonical(extension)) ?? extension;
}

/** `E01_supplier-invoice_B0XXXXXXXX_2026-01-12.pdf`: only [A-Za-z0-9._-], at most 80 characters. */
export function nameExhibit(exhibit: ExhibitPlan, profile: AttachmentProfile): string {
  const extension = spellForForm(extensionOf(exhibit), profile);
  const named = NAMED_IDENTIFIERS.map(
    (type) => exhibit.identifiers.find((identifier) => identifier.type === type)?.value,
  ).find((value) => value !== undefined);
  const parts = [exhibit.label, exhibit.kindSlug, named ?? '', exhibit.documentDate?.slice(0, 10) ?? '']
    .map(toPlainName)
    .filter((part) => part !== '');
  const room = MAX_NAME - extension.length - 1;
  // The kind gives way first: label, identifier and date are what a reader looks for.
  const excess = parts.join('_').length - room;
  if (excess > 0 && parts.length > 1) parts[1] = parts[1]!.slice(0, Math.max(1, parts[1]!.length - excess));
  return `${parts.join('_').slice(0, room)}.${extension}`;
}

/** Name of a copy made from an exhibit: `E03_…_p01.jpg`. */
export function nameDerived(originalName: string, suffix: string, extension: string): string {
  const stem = originalName.replace(/\.[^.]*$/, '');
  return `${stem.slice(0, MAX_NAME - suffix.length - extension.length - 1)}${suffix}.${extension}`;
}

/** Folder of the pack: `C-0012_ord-invalid-tracking_2026-11-22`, with `_v2` from the second edition on. */
export function namePack(plan: PackPlan): string {
  const date = formatDateInZone(plan.builtAtMs, BEIJING);
  const parts = [plan.caseNumber, plan.problemSlug, date].map(toPlainName).filter((part) => part !== '');
  const variant = plan.variant === 'amazon' ? '' : `_${plan.variant}`;
  return `${parts.join('_')}${variant}${plan.edition > 1 ? `_v${plan.edition}` : ''}`;
}

/** Keeps [A-Za-z0-9.-]; runs of anything else (also `_`, which parts the fields) become one hyphen. */
function toPlainName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9.-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
