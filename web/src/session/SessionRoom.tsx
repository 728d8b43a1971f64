// The session: client, coach and Kela's adviser before one screen. Opening a case, four steps, the decision beside the
// calculation, and the record. Steps take each other's place in the history, so that clearing leaves one plain entry.
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useHeadingFocus } from '../model/heading_focus';
import { useInputs } from '../model/inputs';
import { usePartTexts } from '../model/part_texts';
import { useSurroundings } from '../model/surroundings';
import { AgreedStep } from './agreed/AgreedStep';
import { askCompared, askShown, useAsked } from './asking';
import { clearComputer, leaveForStart, watchCopies } from './clear';
import { DecisionStep } from './decision/DecisionStep';
import { FactsStep } from './facts/FactsStep';
import { MonthsStep } from './months/MonthsStep';
import { OpenCase } from './OpenCase';
import { OutcomeStep } from './outcome/OutcomeStep';
import { RecordStep } from './record/RecordStep';
import { SessionContext, type SessionRoomModel } from './room';
import { SessionFrame } from './SessionFrame';
import { useSessionWork } from './session_work';
import { nextStep, pageOf, sessionPath, steps, type SessionPage, type Step } from './steps';
import { sessionTexts } from './texts/texts';
import './session.css';

export interface SessionRoomProps {
  path: string;
  replace: (path: string) => void;
}

const pages: Readonly<Record<Exclude<SessionPage, 'open'>, () => ReactNode>> = {
  facts: FactsStep,
  outcome: OutcomeStep,
  months: MonthsStep,
  agreed: AgreedStep,
  decision: DecisionStep,
  record: RecordStep,
};

export function SessionRoom({ path, replace }: SessionRoomProps) {
  const { t } = useSurroundings();
  const s = usePartTexts(sessionTexts);
  const inputs = useInputs();
  const { work, open, change } = useSessionWork();
  const page = work === undefined ? 'open' : pageOf(path);
  const go = useCallback((to: SessionPage) => replace(sessionPath(to)), [replace]);
  const region = useHeadingFocus(page, s !== undefined && inputs !== undefined);
  const [clearing, setClearing] = useState(false);
  const [keysOn, setKeysOn] = useState(true);
  const compared = useAsked(work?.file.case, askCompared);
  const shownAnswer = useAsked(work?.file.case, askShown);
  useLargeType();
  useEffect(watchCopies, []);
  // A step that is looked at has begun.
  const shown = steps.find((step) => step === page);
  useEffect(() => {
    if (shown === undefined) return;
    change((now) => (now.begun.includes(shown) ? now : { ...now, begun: [...now.begun, shown] }));
  }, [shown, change]);

  const clear = useCallback(() => {
    setClearing(true);
    void clearComputer(t('start.title'), leaveForStart);
  }, [t]);
  const session = useMemo((): SessionRoomModel | undefined => {
    if (s === undefined || inputs === undefined || work === undefined) return undefined;
    const { variables, rules } = inputs;
    const finish = (step: Step) => {
      change((now) => (now.done.includes(step) ? now : { ...now, done: [...now.done, step] }));
      go(nextStep(step));
    };
    return { s, work, change, compared, shown: shownAnswer, variables, rules, go, finish, keysOn, setKeysOn, clear };
  }, [s, inputs, work, change, compared, shownAnswer, go, keysOn, clear]);

  if (clearing) return null;
  if (s === undefined || inputs === undefined) return <p role="status">{t('app.loading')}</p>;
  if (page === 'open' || session === undefined)
    return (
      <div ref={region}>
        <OpenCase
          s={s}
          onOpen={(begun) => {
            open(begun);
            go('facts');
          }}
        />
      </div>
    );
  const Page = pages[page];
  return (
    <SessionContext.Provider value={session}>
      <SessionFrame page={page}>
        <div ref={region}>
          <Page />
        </div>
      </SessionFrame>
    </SessionContext.Provider>
  );
}

/** Three people read one screen from where they sit. */
function useLargeType(): void {
  useEffect(() => {
    document.documentElement.dataset['room'] = 'session';
    return () => {
      delete document.documentElement.dataset['room'];
    };
  }, []);
}
