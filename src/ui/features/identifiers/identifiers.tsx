// Which orders, ASINs, shipments and parcels does the archive know, and what evidence is there?
import { useWords } from '../../app/words.ts';

export function Identifiers() {
  const { t } = useWords();
  return (
    <header className="cb-page-head">
      <h1 className="cb-page-title">{t('ui.navIdentifiers')}</h1>
    </header>
  );
}
