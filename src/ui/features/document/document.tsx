// What is in one document and what is known about it?
import { useWords } from '../../app/words.ts';

export function DocumentScreen() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navDocuments')}</h1>
    </header>
  );
}
