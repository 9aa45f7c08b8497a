// What does a dialog look like whose closing cross has a name?
import { Modal, type ModalProps } from '@mantine/core';
import { useWords } from '../app/words.ts';

export function Dialog(props: ModalProps) {
  const { t } = useWords();
  return <Modal closeButtonProps={{ 'aria-label': t('uiPacks.close') }} {...props} />;
}
