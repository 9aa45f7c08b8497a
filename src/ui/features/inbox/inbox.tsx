// What was found and not understood, one item at a time?
import { useWords } from '../../app/words.ts';

export function Inbox() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navInbox')}</h1>
    </header>
  );
}
