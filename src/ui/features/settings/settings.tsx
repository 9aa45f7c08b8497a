// How should the program behave?
import { useWords } from '../../app/words.ts';

export function Settings() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navSettings')}</h1>
    </header>
  );
}
