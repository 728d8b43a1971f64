// What the answer page asks of the engine for one case: the figures first, then what is assumed for them, and prepared ahead
// the same figures along the hours and the price of crossing the earnings limit. What turns along the hours,
// turns_of_case.ts asks.
import { useEffect, useMemo, useState } from 'react';
import { withWork, workInput, type CaseFile, type WorkInput } from '../case/case';
import { isRefused, type Assumption, type Diagnostic, type Results, type Sweep } from '../engine/answers';
import { useCrossing, type Crossing } from './crossing';
import { figuresOf, shownFigures, wantedFigures, type Figures } from './parts';
import { useSurroundings } from './surroundings';

/** The axis: as far as people usually work, and farther where the case does. */
export function sliderOf(name: WorkInput['name'], value = 0): { from: number; to: number; step: number } {
  const [usual, step] = name === 'hours_per_week' ? [40, 0.5] : [4000, 20];
  return { from: 0, to: Math.max(usual, Math.ceil(value / step) * step), step };
}

const noAssumptions: readonly Assumption[] = [];

export interface AnswerModel {
  results: Results | undefined;
  /** False while the engine still reckons with the case as it was before. */
  upToDate: boolean;
  refused: Diagnostic[] | undefined;
  input: WorkInput | undefined;
  /** The case with no work in its second situation: what does not depend on where the slider stands. */
  still: CaseFile | undefined;
  sweep: Sweep | undefined;
  crossing: Crossing | undefined;
  /** What is not confirmed and what the figures of this page rest on. */
  assumptions: readonly Assumption[];
}

export function useAnswer(file: CaseFile): AnswerModel {
  const { answered, refused } = useFigures(file);
  const results = answered?.results;
  const assumptions = useAssumptions(answered?.file);
  const input = useMemo(() => workInput(file), [file]);
  const still = useStill(file, input?.name);
  const persons = results?.scenarios[1]?.persons.join(' ');
  const limit =
    results === undefined ? 0 : (figuresOf(results, 1, 0).get('client.disability_pension.earnings_limit') ?? 0);
  // A plan's months differ: what holds of one of them is no answer about the plan.
  const ordinary = results?.timeline.typical === true ? still : undefined;
  const sweep = useSweep(
    ordinary,
    input?.name,
    input === undefined ? 0 : sliderOf(input.name, input.value).to,
    persons,
  );
  const crossing = useCrossing(ordinary, limit);
  return { results, upToDate: answered?.file === file, refused, input, still, sweep, crossing, assumptions };
}

function useFigures(file: CaseFile): {
  answered: { results: Results; file: CaseFile } | undefined;
  refused: Diagnostic[] | undefined;
} {
  const { engine, language } = useSurroundings();
  const [answered, setAnswered] = useState<{ results: Results; file: CaseFile }>();
  const [refused, setRefused] = useState<Diagnostic[]>();
  useEffect(() => {
    let current = true;
    void engine.figures(file, language, 'answer', shownFigures).then((answer) => {
      if (!current) return;
      if (isRefused(answer)) setRefused(answer.diagnostics);
      else {
        setAnswered({ results: answer, file });
        setRefused(undefined);
      }
    });
    return () => {
      current = false;
    };
  }, [engine, file, language]);
  return { answered, refused };
}

/** Asked once the answer stands: these need more of the engine, which may still have to be fetched. */
function useAssumptions(answered: CaseFile | undefined): readonly Assumption[] {
  const { engine, language } = useSurroundings();
  const [assumptions, setAssumptions] = useState(noAssumptions);
  useEffect(() => {
    if (answered === undefined) return undefined;
    let current = true;
    void engine.calc(answered, language, 'assumptions', shownFigures).then((found) => {
      if (!current || isRefused(found)) return;
      setAssumptions(found.scenarios[1]?.assumptions?.filter(({ material }) => material === true) ?? noAssumptions);
    });
    return () => {
      current = false;
    };
  }, [engine, answered, language]);
  return assumptions;
}

/** One object for as long as the case but for its work stays what it is. */
function useStill(file: CaseFile, name: WorkInput['name'] | undefined): CaseFile | undefined {
  const text = useMemo(
    () => (name === undefined ? undefined : JSON.stringify(withWork(file, { name, value: 0 }))),
    [file, name],
  );
  return useMemo(() => (text === undefined ? undefined : (JSON.parse(text) as CaseFile)), [text]);
}

/** The figures of a case along its work; `persons`, in one text, are those of whom figures are wanted. */
function useSweep(
  still: CaseFile | undefined,
  input: WorkInput['name'] | undefined,
  to: number,
  persons: string | undefined,
): Sweep | undefined {
  const { engine } = useSurroundings();
  const [sweep, setSweep] = useState<Sweep>();
  useEffect(() => {
    setSweep(undefined);
    if (still === undefined || input === undefined || persons === undefined) return undefined;
    let current = true;
    const scenario = still.scenarios?.[1]?.name ?? '';
    const get = wantedFigures(persons.split(' '));
    void engine
      .sweep(still, { scenario, vary: `client.${input}`, ...sliderOf(input), to, get }, 'sweep')
      .then((answer) => {
        if (current) setSweep(answer);
      });
    return () => {
      current = false;
    };
  }, [engine, still, input, to, persons]);
  return sweep;
}

/** The figures where the slider stands: the sweep's while it moves, the engine's answer where it rests. */
export function figuresAt(model: AnswerModel, value: number | undefined, month: number): Figures {
  const { results, sweep, input } = model;
  if (results === undefined) return new Map();
  const resting = model.upToDate && value === input?.value;
  if (resting || value === undefined || sweep === undefined) return figuresOf(results, 1, month);
  const index = sweep.points.findIndex((point) => Math.abs(point - value) < 1e-9);
  if (index < 0) return figuresOf(results, 1, month);
  return new Map([...sweep.columns].map(([key, column]) => [key, column[index] ?? 0]));
}
