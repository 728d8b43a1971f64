// What the answer page needs of the engine for one case: the figures, and prepared ahead the same figures along the hours
// and the price of crossing the earnings limit. What turns along the hours, curve_model.ts asks.
import { useEffect, useMemo, useState } from 'react';
import { useSurroundings } from '../app/context';
import { withWork, workInput, type CaseFile, type WorkInput } from '../case/case';
import { isRefused, type Assumption, type Diagnostic, type Results, type Sweep } from '../engine/answers';
import { figuresOf, leftOver, shownFigures, wantedFigures, type Figures } from './parts';

export const sliderOf = (name: WorkInput['name']): { from: number; to: number; step: number } =>
  name === 'hours_per_week' ? { from: 0, to: 40, step: 0.5 } : { from: 0, to: 4000, step: 20 };

export interface Crossing {
  limit: number;
  /** Left at the limit minus left one cent above it. */
  loss: number;
  /** The first wage that leaves as much as the limit does, null when there is none; undefined until it is known. */
  again: number | null | undefined;
  /** The case at the limit and a cent above it, for whoever asks why. */
  file: CaseFile;
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
  const { engine, language } = useSurroundings();
  const [answered, setAnswered] = useState<{ results: Results; file: CaseFile }>();
  const [refused, setRefused] = useState<Diagnostic[]>();
  const [sweep, setSweep] = useState<Sweep>();
  const [crossing, setCrossing] = useState<Omit<Crossing, 'again'>>();
  const [again, setAgain] = useState<Crossing['again']>();
  const [assumptions, setAssumptions] = useState(noAssumptions);

  useEffect(() => {
    let current = true;
    void engine.figures(file, language, 'answer').then((answer) => {
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

  // Asked once the answer stands: these need more of the engine, which may still have to be fetched.
  const answer = answered?.file;
  useEffect(() => {
    if (answer === undefined) return undefined;
    let current = true;
    void engine.calc(answer, language, 'assumptions', shownFigures).then((found) => {
      if (!current || isRefused(found)) return;
      setAssumptions(found.scenarios[1]?.assumptions?.filter(({ material }) => material === true) ?? noAssumptions);
    });
    return () => {
      current = false;
    };
  }, [engine, answer, language]);

  const results = answered?.results;

  const input = useMemo(() => workInput(file), [file]);
  const unmoved = useMemo(
    () => (input === undefined ? undefined : JSON.stringify(withWork(file, { name: input.name, value: 0 }))),
    [file, input],
  );
  const still = useMemo(() => (unmoved === undefined ? undefined : (JSON.parse(unmoved) as CaseFile)), [unmoved]);
  const inputName = input?.name;
  const persons = results?.scenarios[1]?.persons.join(' ');
  const limit =
    results === undefined ? 0 : (figuresOf(results, 1, 0).get('client.disability_pension.earnings_limit') ?? 0);
  const typical = results?.timeline.typical === true;

  useEffect(() => {
    setSweep(undefined);
    setCrossing(undefined);
    setAgain(undefined);
    if (still === undefined || inputName === undefined || persons === undefined || !typical) return undefined;
    let current = true;
    const scenario = still.scenarios?.[1]?.name ?? '';
    void engine
      .sweep(
        still,
        { scenario, vary: `client.${inputName}`, ...sliderOf(inputName), get: wantedFigures(persons.split(' ')) },
        'sweep',
      )
      .then((answer) => {
        if (current) setSweep(answer);
      });
    if (limit > 0) {
      const around = twice(still, 'wage', [limit, centOver(limit)]);
      void engine.figures(around, language, 'limit', [leftOver]).then((answer) => {
        if (!current || isRefused(answer)) return;
        const [below = 0, above = 0] = [0, 1].map((scenario) => figuresOf(answer, scenario, 0).get(leftOver) ?? 0);
        setCrossing({ limit, loss: below - above, file: around });
      });
      const cent = { scenario, vary: 'client.wage', from: limit, to: centOver(limit), get: [leftOver] };
      void engine.edges(still, cent, language, 'beyond').then((answer) => {
        if (!current || isRefused(answer)) return;
        setAgain(answer.curves[0]?.edges[0]?.break_even);
      });
    }
    return () => {
      current = false;
    };
  }, [engine, language, still, inputName, persons, limit, typical]);

  return {
    results,
    upToDate: answered?.file === file,
    refused,
    input,
    still,
    sweep,
    crossing: crossing && { ...crossing, again },
    assumptions,
  };
}

const centOver = (limit: number) => Math.round(limit * 100 + 1) / 100;

/** The work situation twice, with an input at two values. */
export function twice(file: CaseFile, input: WorkInput['name'], values: readonly [number, number]): CaseFile {
  const work = file.scenarios?.[1];
  const names = ['before', 'after'];
  return {
    ...file,
    scenarios: values.map((value, index) => ({
      ...work,
      name: names[index] ?? '',
      client: { ...work?.client, [input]: value },
    })),
  };
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
