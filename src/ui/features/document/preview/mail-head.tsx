// Who wrote to whom, when and about what?
import type { EmailFacts } from '../../../../domain/reading.ts';
import { useWords } from '../../../app/words.ts';
import { formatIsoText } from '../../../components/format-time.ts';

export function MailHead({ email }: { readonly email: EmailFacts }) {
  const { t } = useWords();
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['mailFrom', email.from],
    ['mailTo', email.to?.join(', ')],
    ['mailCc', email.cc?.join(', ')],
    ['mailSent', email.sentAt === undefined ? undefined : formatIsoText(email.sentAt)],
  ];
  return (
    <header className="cb-mail-head">
      <h2 style={{ margin: '0 0 8px', fontSize: 16 }}>{email.subject}</h2>
      <dl className="cb-pairs">
        {rows.map(([key, value]) =>
          value === undefined || value === '' ? null : (
            <div key={key}>
              <dt>{t(`uiDocuments.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </header>
  );
}
