// What does a new user do in the first five minutes?
import './first-run.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';
import { AccountStep } from './account-step.tsx';
import { FoldersStep } from './folders-step.tsx';
import { LanguageStep } from './language-step.tsx';
import { ReadingStep } from './reading-step.tsx';

const STEPS = ['stepLanguage', 'stepAccount', 'stepFolders', 'stepReading'] as const;
const FOLDERS = 2;
const READING = 3;

export function FirstRun() {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const settings = useQuery(trpc.settings.all.queryOptions());
  const isReturning = settings.data?.first_run_done === 'true';
  const [chosenStep, setStep] = useState<number>();
  const [sampleJob, setSampleJob] = useState<number | null>(null);
  // Whoever comes back later wants to add folders, not to be welcomed again.
  const step = chosenStep ?? (isReturning ? FOLDERS : 0);
  const setSetting = useMutation(
    trpc.settings.set.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (all) => queries.setQueryData(trpc.settings.all.queryKey(), all),
    }),
  );
  const enter = async (): Promise<void> => {
    await setSetting.mutateAsync({ key: 'first_run_done', value: 'true' });
    void navigate({ to: '/documents' });
  };
  if (settings.data === undefined) return null;
  return (
    <div className="cb-welcome">
      <div className="cb-welcome-card">
        <div className="cb-welcome-head">
          <strong style={{ fontSize: 15 }}>Casebinder</strong>
          <ol className="cb-steps" aria-label={t('uiFirstRun.step', { step: step + 1, count: STEPS.length })}>
            {STEPS.map((name, index) => (
              <li
                key={name}
                aria-current={index === step ? 'step' : undefined}
                data-state={index < step ? 'done' : undefined}
              >
                {t(`uiFirstRun.${name}`)}
              </li>
            ))}
          </ol>
        </div>
        <div className="cb-welcome-panel">
          {step === 0 ? (
            <LanguageStep
              chosen={settings.data.language}
              onChoose={(language) => setSetting.mutate({ key: 'language', value: language })}
              onNext={() => setStep(1)}
            />
          ) : step === 1 ? (
            <AccountStep onBack={() => setStep(0)} onNext={() => setStep(FOLDERS)} />
          ) : step === FOLDERS ? (
            <FoldersStep
              onBack={() => setStep(1)}
              onReading={() => setStep(READING)}
              onSample={(jobId) => {
                setSampleJob(jobId);
                setStep(READING);
              }}
              onLeave={() => void enter()}
            />
          ) : (
            <ReadingStep sampleJob={sampleJob} onEnter={() => void enter()} onBack={() => setStep(FOLDERS)} />
          )}
        </div>
      </div>
    </div>
  );
}
