// Which section stands before the exhibits, and under which name do links reach it?
import type { PDFPage } from 'pdf-lib';

export interface FrontSection {
  readonly key: 'cover' | 'sectionStatement' | 'sectionExhibits' | 'sectionTimeline' | 'sectionChecklist';
  readonly firstPage: PDFPage;
  /** 1-based number among the front pages. */
  readonly number: number;
}

/** Name of the place where a front section begins. */
export function sectionPlace(key: string): string {
  return `section:${key}`;
}
