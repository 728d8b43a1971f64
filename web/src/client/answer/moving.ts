// Where the slider stands: ahead of the case while it moves, and the case follows where it rests.
import { useEffect, useRef, useState } from 'react';
import { withWork, type CaseFile } from '../../case/case';
import type { AnswerModel } from '../../model/answer';

/** How long the slider rests before the whole case is asked anew, in milliseconds. */
const rest = 120;

export interface Moving {
  value: number | undefined;
  move: (to: number) => void;
}

export function useMoving(
  file: CaseFile,
  { input, upToDate }: AnswerModel,
  onChange: (file: CaseFile) => void,
): Moving {
  const [moved, setMoved] = useState<number>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // The case has caught up with the slider, unless the slider has moved on since.
    if (upToDate) setMoved((at) => (at === input?.value ? undefined : at));
  }, [input, upToDate]);
  return {
    value: moved ?? input?.value,
    move(to) {
      setMoved(to);
      clearTimeout(timer.current);
      if (input !== undefined)
        timer.current = setTimeout(() => onChange(withWork(file, { name: input.name, value: to })), rest);
    },
  };
}
