// What would a person call a message that has no subject?

const SUBJECT_LABEL = /^(?:subject|主题|件名)\s*[：:]\s*/i;
const OTHER_LABEL = /^(?:from|to|cc|date|sent|发件人|收件人|日期)\s*[：:]/i;

/** The first line that says something: a subject without its label, no sender, receiver or date. */
export function findFirstLine(text: string): string | undefined {
  return text
    .split('\n')
    .map((line) => line.replace(SUBJECT_LABEL, '').trim())
    .find((line) => line !== '' && !OTHER_LABEL.test(line));
}
