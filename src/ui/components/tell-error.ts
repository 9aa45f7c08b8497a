// How does a failed action reach the person who did it?
import { notifications } from '@mantine/notifications';
import { isConnectionError, readToldError } from '../app/door.ts';
import type { Words } from '../app/words.ts';

/** Shows what failed as one notice; the same failure again replaces it, so that notices never pile up. */
export function tellError(error: unknown, t: Words['t']): void {
  const told = readToldError(error);
  const title = told?.message ?? t(isConnectionError(error) ? 'ui.connectionLost' : 'uiDocuments.failed');
  const id = `error-${told?.code ?? 'connection'}`;
  notifications.hide(id);
  notifications.show({ id, color: 'red', title, message: told?.hint ?? t('ui.connectionLostHint') });
}
