// What is known about one identifier, on one page?
import { useWords } from '../../app/words.ts';

export function IdentifierScreen() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navIdentifiers')}</h1>
    </header>
  );
}
