// What is to be done this week?
import { useWords } from '../../app/words.ts';

export function Week() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navWeek')}</h1>
    </header>
  );
}
