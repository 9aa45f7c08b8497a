// Which keys work where, and how does "g" and a letter go to a screen?
import { useNavigate } from '@tanstack/react-router';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { Dialog } from '../components/dialog.tsx';
import { SCREENS } from './screens.ts';
import { useWords } from './words.ts';

/** After this long a pressed "g" is forgotten. */
const SEQUENCE_MS = 1_500;
const OPEN_EVENT = 'casebinder:shortcuts';

export function openShortcuts(): void {
  window.dispatchEvent(new Event(OPEN_EVENT));
}

/** Keys by place; the words are those of `ui.keys_*`. */
const GROUPS: readonly { readonly name: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    name: 'everywhere',
    keys: [
      ['Ctrl/⌘ K', 'palette'],
      ['?', 'sheet'],
      ['Esc', 'escape'],
    ],
  },
  {
    name: 'documents',
    keys: [
      ['/', 'search'],
      ['↑ ↓ · J K', 'move'],
      ['Enter', 'open'],
      ['Space · X', 'choose'],
      ['Shift ↑ ↓', 'extend'],
    ],
  },
  {
    name: 'inbox',
    keys: [
      ['1 … 9', 'kind'],
      ['Enter', 'confirm'],
      ['S', 'skip'],
      ['Ctrl/⌘ Z', 'undo'],
    ],
  },
  {
    name: 'case',
    keys: [
      ['Ctrl/⌘ S', 'save'],
      ['Ctrl/⌘ Enter', 'note'],
      ['Space', 'lift'],
    ],
  },
];

export function Shortcuts() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    let pressedAtMs = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const screen = SCREENS.find(({ key }) => key === event.key);
      if (screen !== undefined && event.timeStamp - pressedAtMs < SEQUENCE_MS) {
        // The letter belongs to the "g" before it: no screen may take it for its own.
        event.preventDefault();
        event.stopImmediatePropagation();
        pressedAtMs = Number.NEGATIVE_INFINITY;
        void navigate({ to: screen.to });
        return;
      }
      pressedAtMs = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (event.key === '?') {
        event.preventDefault();
        setOpen(true);
      }
    };
    const open = (): void => setOpen(true);
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener(OPEN_EVENT, open);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener(OPEN_EVENT, open);
    };
  }, [navigate]);

  return (
    <Dialog opened={isOpen} onClose={() => setOpen(false)} title={t('ui.shortcuts')} size={760}>
      <div style={{ columns: 2, columnGap: 28 }}>
        <Group title={t('ui.keys_screens')}>
          {SCREENS.map(({ to, key, label }) => (
            <Fragment key={to}>
              <Keys text={`G ${key.toUpperCase()}`} />
              <span>{t(label)}</span>
            </Fragment>
          ))}
        </Group>
        {GROUPS.map(({ name, keys }) => (
          <Group key={name} title={t(`ui.keys_${name}`)}>
            {keys.map(([text, does]) => (
              <Fragment key={does}>
                <Keys text={text} />
                <span>{t(`ui.keyDoes_${does}`)}</span>
              </Fragment>
            ))}
          </Group>
        ))}
      </div>
    </Dialog>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section style={{ breakInside: 'avoid', marginBottom: 16 }}>
      <h2 style={{ fontSize: 13, fontWeight: 600, margin: '0 0 6px' }}>{title}</h2>
      <div
        style={{ display: 'grid', gridTemplateColumns: '136px 1fr', gap: '5px 10px', alignItems: 'center' }}
      >
        {children}
      </div>
    </section>
  );
}

function Keys({ text }: { readonly text: string }) {
  return (
    <span>
      {text.split(' ').map((key, index) =>
        key === '·' || key === '…' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
          <span key={index} className="cb-quiet">
            {' '}
            {key}{' '}
          </span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
          <kbd key={index} className="cb-key" style={{ marginRight: 3 }}>
            {key}
          </kbd>
        ),
      )}
    </span>
  );
}

/** Letters belong to whoever types, and nothing leads away from an open dialog. */
function isBusy(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLElement &&
      (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))) ||
    document.querySelector('[role="dialog"]') !== null
  );
}
