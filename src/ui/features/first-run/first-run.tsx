// What does a new user do in the first five minutes?
import { useWords } from '../../app/words.ts';

export function FirstRun() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navDocuments')}</h1>
    </header>
  );
}
