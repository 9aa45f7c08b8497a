// How does one e-mail read as text: its header lines first, then what a person would see?
import type { EmailFacts } from '../../domain/reading.ts';

/** Header summary plus body; the same for every e-mail format, so that one recogniser serves all. */
export function formatEmail(facts: EmailFacts, body: string, attachmentNames: readonly string[]): string {
  const lines = [
    ['Subject', facts.subject],
    ['From', facts.from],
    ['To', facts.to?.join(', ')],
    ['Cc', facts.cc?.join(', ')],
    ['Date', facts.sentAt],
    ['Attachments', attachmentNames.join(', ')],
  ]
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  return `${lines.join('\n')}\n\n${body}`;
}

/** Drops empty fields, so that facts hold only what the message says. */
export function compactFacts(facts: EmailFacts): EmailFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== undefined && value !== '' && (!Array.isArray(value) || value.length > 0),
    ),
  );
}
