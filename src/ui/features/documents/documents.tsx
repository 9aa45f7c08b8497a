// Which documents are there, narrowed by a search line that is part of the address?
import { useWords } from '../../app/words.ts';

export function Documents() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navDocuments')}</h1>
    </header>
  );
}
