// What does a person see while the engine can't be reached?
import { useConnection } from './connection.tsx';
import { useWords } from './words.ts';

export function ConnectionBanner() {
  const { state } = useConnection();
  const { t } = useWords();
  if (state !== 'lost' && state !== 'signed_out') return null;
  const key = state === 'lost' ? 'ui.connectionLost' : 'ui.signedOut';
  return (
    <div
      role="alert"
      style={{
        background: 'var(--cb-accent-soft)',
        borderBottom: '1px solid var(--cb-line)',
        padding: '7px 22px',
        fontSize: 13,
      }}
    >
      <strong>{t(key)}</strong> <span className="cb-quiet">{t(`${key}Hint`)}</span>
    </div>
  );
}
