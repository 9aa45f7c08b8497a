// Which packs were built?
import { useWords } from '../../app/words.ts';

export function Packs() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navPacks')}</h1>
    </header>
  );
}
