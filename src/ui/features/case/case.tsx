// What belongs to one case?
import { useWords } from '../../app/words.ts';

export function CaseScreen() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navCases')}</h1>
    </header>
  );
}
