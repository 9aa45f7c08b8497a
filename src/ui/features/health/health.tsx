// Is the archive still what it was?
import { useWords } from '../../app/words.ts';

export function Health() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navHealth')}</h1>
    </header>
  );
}
