// What takes the engine longer, asked once the case has come to rest: ranges while something is open, and what each open fact
// weighs in euros.
import { useEffect, useState } from 'react';
import type { CaseFile } from '../../case/case';
import { isRefused, type Compared, type Stakes } from '../../engine/answers';
import { leftOver } from '../../model/parts';
import { useSurroundings } from '../../model/surroundings';
import { isOpenValue } from '../clients/rows';

const rest = 600;

const isOpen = (value: unknown): boolean =>
  isOpenValue(value as never) ||
  (typeof value === 'object' && value !== null && Object.values(value).some((inner) => isOpen(inner)));

/** Undefined while nothing is open, and until the engine has answered. */
export function useRanges(file: CaseFile): Compared | undefined {
  const { engine, language } = useSurroundings();
  const [answer, setAnswer] = useState<{ file: CaseFile; compared: Compared }>();
  useEffect(() => {
    if (!isOpen(file)) return undefined;
    let current = true;
    const wait = setTimeout(() => {
      void engine.compare(file, language, 'coach ranges').then((compared) => {
        if (current && !isRefused(compared)) setAnswer({ file, compared });
      });
    }, rest);
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [engine, language, file]);
  return answer?.file === file ? answer.compared : undefined;
}

/** What open facts, assumptions and readings may move an offer's difference from now by. */
export function useStakes(file: CaseFile, scenario: number): Stakes | undefined {
  const { engine, language } = useSurroundings();
  const [answer, setAnswer] = useState<{ file: CaseFile; scenario: number; stakes: Stakes }>();
  useEffect(() => {
    const name = file.scenarios?.[scenario]?.name;
    const against = file.scenarios?.[0]?.name;
    if (name === undefined || against === undefined || scenario === 0) return undefined;
    let current = true;
    const wait = setTimeout(() => {
      void engine
        .stakes(file, { figure: leftOver, scenario: name, against }, language, 'coach stakes')
        .then((stakes) => {
          if (current && !isRefused(stakes)) setAnswer({ file, scenario, stakes });
        });
    }, rest);
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [engine, language, file, scenario]);
  return answer?.file === file && answer.scenario === scenario ? answer.stakes : undefined;
}
