// Is a pack from elsewhere (a stick, a mail, an old computer) complete and unchanged?
import { Button, Loader } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { desktop } from '../../components/desktop.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FolderBrowser } from '../../components/folder-browser.tsx';
import { tellError } from '../../components/tell-error.ts';

export function VerifyElsewhere({ onClose }: { readonly onClose: () => void }) {
  const { t, reason } = useWords();
  const trpc = useTRPC();
  const verify = useMutation(
    trpc.packs.verifyPicked.mutationOptions({ onError: (error) => tellError(error, t) }),
  );
  const result = verify.data;
  return (
    <Dialog opened onClose={onClose} title={t('uiPacks.verifyOther')} size={640}>
      <div className="cb-quiet" style={{ marginBottom: 10 }}>
        {t('uiPacks.verifyOtherHint')}
      </div>
      <FolderBrowser onChoose={({ grant }) => verify.mutate({ grant })} />
      {desktop === undefined ? null : (
        <div style={{ display: 'flex', gap: 8, marginTop: 10 }}>
          <Button
            variant="default"
            onClick={() =>
              void desktop?.pickFiles().then((picked) => {
                const [file] = picked;
                if (file !== undefined) verify.mutate({ grant: file.grant });
              })
            }
          >
            {t('uiPacks.verifyZip')}
          </Button>
        </div>
      )}
      <div aria-live="polite" style={{ marginTop: 12 }}>
        {verify.isPending ? <Loader size="xs" className="cb-late" /> : null}
        {result === undefined ? null : (
          <div style={{ display: 'flex', gap: 6, color: result.ok ? 'var(--cb-have)' : 'var(--cb-missing)' }}>
            {result.ok ? <IconCircleCheck size={17} aria-hidden /> : <IconCircleX size={17} aria-hidden />}
            <strong>
              {result.ok
                ? t('uiPacks.verifyOk', { count: result.checked })
                : t('uiPacks.verifyBad', { count: result.problems.length })}
            </strong>
          </div>
        )}
        {result?.problems.slice(0, 50).map((problem) => (
          <div key={`${problem.code}-${problem.path}`} style={{ marginTop: 4, overflowWrap: 'anywhere' }}>
            <span className="cb-mono">{problem.path}</span>{' '}
            {reason({ code: `verify${problem.code}`, params: problem.params })}
          </div>
        ))}
      </div>
    </Dialog>
  );
}
