// Which figure the reader asks about: one of this case, or what is left at two amounts of work.
import { useCallback, useState } from 'react';
import type { CaseFile } from '../../case/case';
import type { WhyQuestion } from '../../components/why/WhyDialog';
import type { Results } from '../../engine/answers';
import { leftOver } from '../../model/parts';
import { useSurroundings } from '../../model/surroundings';

export interface AskingWhy {
  asked: { file: CaseFile; question: WhyQuestion } | undefined;
  close: () => void;
  /** A figure, with its owner. */
  ask: (variable: string) => void;
  /** Why what is left differs between the two situations of a case. */
  askBetween: (between: CaseFile, names: readonly [string, string], inMonth?: string) => void;
}

export function useAskingWhy(file: CaseFile, results: Results | undefined, month: number): AskingWhy {
  const { t } = useSurroundings();
  const [asked, setAsked] = useState<AskingWhy['asked']>();
  return {
    asked,
    close: useCallback(() => setAsked(undefined), []),
    ask(variable) {
      const scenarios = (results?.scenarios ?? [])
        .slice(0, 2)
        .map(({ name }, index) => ({ name, title: t(index === 0 ? 'compare.now' : 'compare.work') }));
      const inMonth = results?.timeline.months[month];
      const question = { variable, scenarios };
      setAsked({ file, question: inMonth === undefined ? question : { ...question, month: inMonth } });
    },
    askBetween(between, names, inMonth) {
      const scenarios = (between.scenarios ?? []).map(({ name }, index) => ({ name, title: names[index] ?? name }));
      const question = { variable: leftOver, scenarios };
      setAsked({ file: between, question: inMonth === undefined ? question : { ...question, month: inMonth } });
    },
  };
}
