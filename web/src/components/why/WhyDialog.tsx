// One figure explained: its sentence, its calculation with the amounts, the law's figures, the sections, and the figures it
// is made of, each of which opens the same way.
import { useEffect, useRef, useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useSurroundings } from '../../model/surroundings';
import { isRefused, type Explanation } from '../../engine/answers';
import type { CaseFile } from '../../case/case';
import { ExplainedFigureView } from './ExplainedFigureView';
import './why.css';

export interface WhyQuestion {
  /** With its owner: client.net_income. */
  variable: string;
  month?: string;
  /** The situations it can be explained in; the last one is shown first. */
  scenarios: readonly { name: string; title: string }[];
}

export interface WhyDialogProps {
  file: CaseFile;
  question: WhyQuestion;
  onClose: () => void;
}

export function WhyDialog({ file, question, onClose }: WhyDialogProps) {
  const { t, engine, language } = useSurroundings();
  const dialog = useRef<HTMLDialogElement>(null);
  const [answer, setAnswer] = useState<Explanation | 'refused'>();
  const [scenario, setScenario] = useState(question.scenarios.at(-1)?.name ?? '');

  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
  }, []);

  useEffect(() => {
    let current = true;
    const { variable, month } = question;
    void engine
      .explain(file, month === undefined ? { variable, scenario } : { variable, scenario, month }, language)
      .then((explanation) => {
        if (current) setAnswer(isRefused(explanation) ? 'refused' : explanation);
      });
    return () => {
      current = false;
    };
  }, [engine, file, language, question, scenario]);

  return (
    <dialog ref={dialog} className="why-dialog" aria-labelledby="why-dialog-title" onClose={onClose}>
      <div className="why-dialog-head">
        <h2 id="why-dialog-title">{t('why.title')}</h2>
        <Button variant="secondaryNoBorder" onClick={() => dialog.current?.close()}>
          {t('why.close')}
        </Button>
      </div>
      <div className="display-menu" role="group" aria-label={t('compare.title')}>
        {question.scenarios.map(({ name, title }) => (
          <button key={name} type="button" aria-pressed={name === scenario} onClick={() => setScenario(name)}>
            {title}
          </button>
        ))}
      </div>
      <div aria-live="polite">
        {answer === 'refused' && <p>{t('file.refused')}</p>}
        {answer !== undefined && answer !== 'refused' && <ExplainedFigureView figure={answer.figure} top />}
      </div>
    </dialog>
  );
}
