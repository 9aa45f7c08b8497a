// What is a document called, in a few words?
import type { RecogniseInput } from '../../domain/inspection.ts';

const MAX_TITLE = 160;
/** Titles that programs write by themselves and that tell a person nothing. */
const EMPTY_TITLES =
  /^(?:untitled|无标题|document\d*|dokument\d*|microsoft (?:word|excel|powerpoint)\b.*|slide \d+|presentation\d*|book\d*|sheet\d*|scan\d*|scanned.*|print|report|invoice|rechnung|about:blank|null|title|\(null\)|.*\.(?:docx?|xlsx?|pptx?|pdf|html?|jpe?g|png|tiff?|indd|ai|cdr|dvi|tex|qxd|rpt))$/i;

/** The e-mail's subject, a telling PDF title, or the file name without its extension. */
export function chooseTitle(input: RecogniseInput): string {
  const subject = clean(input.properties.email?.subject);
  if (subject !== '') return subject;
  const title = clean(input.properties.title);
  if (
    title.length >= 4 &&
    !EMPTY_TITLES.test(title) &&
    /\p{L}{2}/u.test(title) &&
    !/[\ufffd\p{Cc}]/u.test(title)
  )
    return title;
  const dot = input.fileName.lastIndexOf('.');
  const stem = clean(dot > 0 ? input.fileName.slice(0, dot) : input.fileName);
  return stem === '' ? clean(input.fileName) : stem;
}

function clean(text: string | undefined): string {
  const flat = (text ?? '').replace(/\s+/g, ' ').trim();
  const characters = [...flat];
  return characters.length <= MAX_TITLE ? flat : `${characters.slice(0, MAX_TITLE - 1).join('')}…`;
}
