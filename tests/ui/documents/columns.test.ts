// Does the table always have columns, whatever the setting says?
import { describe, expect, it } from 'vitest';
import { layColumns, readColumns, USUAL_COLUMNS } from '../../../src/ui/features/documents/columns.ts';

describe('the chosen columns', () => {
  it('are the usual ones when nothing was ever chosen or the setting is nonsense', () => {
    expect(readColumns(undefined)).toEqual(USUAL_COLUMNS);
    expect(readColumns('')).toEqual(USUAL_COLUMNS);
    expect(readColumns('colour,weight')).toEqual(USUAL_COLUMNS);
  });

  it('always contain the title, by which a row is opened', () => {
    expect(readColumns('date,size')).toContain('title');
  });

  it('keep the order of the table, not of the clicks', () => {
    expect(readColumns('size,kind,title')).toEqual(['kind', 'title', 'size']);
  });

  it('have one width each, beside the checkbox and the mark', () => {
    expect(layColumns(['kind', 'title']).split(/ (?![^(]*\))/)).toHaveLength(4);
  });
});
