// What the answer page shows at this moment: of one month, with the work where the slider stands.
import { useMemo, useState } from 'react';
import type { CaseFile } from '../../case/case';
import type { Results, Task } from '../../engine/answers';
import { figuresAt, useAnswer, type AnswerModel } from '../../model/answer';
import { useOpenFacts, type OpenFacts } from '../../model/open_facts';
import { figuresOf, leftOver, partsOf, type Part } from '../../model/parts';
import { useSurroundings } from '../../model/surroundings';
import { openInputs } from '../interview/open_inputs';
import type { Answers } from '../interview/questions';
import { useAskingWhy, type AskingWhy } from './asking_why';
import { useMoving, type Moving } from './moving';
import { answerSentence, rangeSentence, type Left } from './sentence';
import { personsOf, useTitles, type Titles } from './titles';

export interface View {
  model: AnswerModel;
  moving: Moving;
  why: AskingWhy;
  titles: Titles;
  month: number;
  setMonth: (month: number) => void;
  /** Undefined until the engine has answered. */
  shown: Shown | undefined;
}

export interface Shown {
  results: Results;
  parts: readonly Part[];
  left: Left;
  /** What the work pays, and how much it may pay beside a pension; 0 without a limit. */
  wage: number;
  limit: number;
  sentence: string;
  /** The same as a range, while the work stands where the case has it and something open moves the answer. */
  rangeSentence: string | undefined;
  open: OpenFacts | undefined;
  tasks: readonly Task[];
}

const nothing: readonly never[] = [];

export function useView(file: CaseFile, answers: Answers, onChange: (file: CaseFile) => void): View {
  const surroundings = useSurroundings();
  const { t } = surroundings;
  const model = useAnswer(file);
  const { results, input } = model;
  const moving = useMoving(file, model, onChange);
  const [chosen, setMonth] = useState(0);
  const month = Math.min(chosen, (results?.timeline.months.length ?? 1) - 1);
  const why = useAskingWhy(file, results, month);
  const titles = useTitles(results);
  const now = useMemo(() => (results === undefined ? undefined : figuresOf(results, 0, month)), [results, month]);
  const isOpen = useMemo(() => openInputs(answers), [answers]);
  const facts = useOpenFacts(results === undefined || !model.upToDate ? undefined : file, isOpen);
  const view = { model, moving, why, titles, month, setMonth };
  if (results === undefined || now === undefined) return { ...view, shown: undefined };

  const work = figuresAt(model, moving.value, month);
  const left = { now: now.get(leftOver) ?? 0, work: work.get(leftOver) ?? 0 };
  const open = facts?.file === file && moving.value === input?.value ? facts : undefined;
  const wage = work.get('client.work.earnings') ?? 0;
  return {
    ...view,
    shown: {
      results,
      parts: partsOf(now, work, personsOf(results), titles.of, t('compare.other')),
      left,
      wage,
      limit: work.get('client.disability_pension.earnings_limit') ?? 0,
      sentence: answerSentence(surroundings, left, input?.name, moving.value, wage),
      rangeSentence: open?.range && rangeSentence(surroundings, open.range, input?.name, moving.value, wage),
      open,
      tasks: results.scenarios[1]?.to_do ?? nothing,
    },
  };
}
