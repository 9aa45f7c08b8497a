// How do deadlines get into the calendar that a person uses anyway?
import { Button } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../app/door.ts';
import { useWords } from '../app/words.ts';
import { saveText } from './save-file.ts';
import { tellError } from './tell-error.ts';

export function ExportCalendar() {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={isBusy}
      leftSection={<IconCalendarDown size={15} stroke={1.6} />}
      onClick={() => {
        setBusy(true);
        queries
          .fetchQuery({ ...trpc.cases.calendar.queryOptions(), staleTime: 0 })
          .then((file) => saveText(file.fileName, 'text/calendar', file.text))
          .catch((error: unknown) => tellError(error, t))
          .finally(() => setBusy(false));
      }}
    >
      {t('uiDesk.ics')}
    </Button>
  );
}
