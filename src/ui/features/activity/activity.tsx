// What is the engine doing?
import { useWords } from '../../app/words.ts';

export function Activity() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navActivity')}</h1>
    </header>
  );
}
