// How does what was just done offer to be undone?
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Long enough to read it and to find the button. */
const SHOWN_MS = 10_000;

/** One notice for each `id`: the same deed again replaces it. The button takes the notice away and calls `onUndo`. */
export function offerUndo(id: string, done: string, undo: string, onUndo: () => void): void {
  notifications.hide(id);
  notifications.show({
    id,
    autoClose: SHOWN_MS,
    message: (
      <span style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
        {done}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {undo}
        </Button>
      </span>
    ),
  });
}
