// Which cases are there, and what is due?
import { useWords } from '../../app/words.ts';

export function Cases() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navCases')}</h1>
    </header>
  );
}
