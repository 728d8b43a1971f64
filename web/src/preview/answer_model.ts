// What the answer page needs of the engine for one case: the figures, and prepared ahead the same figures along the hours
// and the price of crossing the earnings limit.
import { useEffect, useMemo, useState } from 'react';
import { useSurroundings } from '../app/context';
import { withWork, workInput, type CaseFile, type WorkInput } from '../case/case';
import { isRefused, type Assumption, type Diagnostic, type Results, type Sweep } from '../engine/answers';
import { figuresOf, leftOver, shownFigures, wantedFigures, type Figures } from './parts';

export const sliderOf = (name: WorkInput['name']): { from: number; to: number; step: number } =>
  name === 'hours_per_week' ? { from: 0, to: 40, step: 0.5 } : { from: 0, to: 4000, step: 20 };

/** Wages tried beyond the limit, to find where work pays again. */
const beyond = { to: 6000, step: 20 };

export interface Crossing {
  limit: number;
  /** Left at the limit minus left one cent above it. */
  loss: number;
  /** The first wage that leaves at least as much as the limit does; none up to `tried`. */
  again: number | undefined;
  tried: number;
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
  const [crossing, setCrossing] = useState<Crossing>();
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

  // The sweep and the limit do not depend on where the slider stands.
  const input = useMemo(() => workInput(file), [file]);
  const unmoved = useMemo(() => {
    const still = input === undefined ? undefined : withWork(file, { name: input.name, value: 0 });
    return still === undefined ? undefined : JSON.stringify(still);
  }, [file, input]);
  const inputName = input?.name;
  const persons = results?.scenarios[1]?.persons.join(' ');
  const limit =
    results === undefined ? 0 : (figuresOf(results, 1, 0).get('client.disability_pension.earnings_limit') ?? 0);
  const typical = results?.timeline.typical === true;

  useEffect(() => {
    setSweep(undefined);
    setCrossing(undefined);
    if (unmoved === undefined || inputName === undefined || persons === undefined || !typical) return undefined;
    let current = true;
    const still = JSON.parse(unmoved) as CaseFile;
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
      const aroundLimit = atLimitAndOver(still, limit);
      const wages = {
        scenario,
        vary: 'client.wage',
        from: Math.ceil(limit / beyond.step) * beyond.step,
        ...beyond,
        get: [leftOver],
      };
      const left = engine.figures(aroundLimit, language, 'limit', [leftOver]);
      void Promise.all([left, engine.sweep(still, wages, 'beyond')]).then(([answer, higher]) => {
        if (!current || isRefused(answer)) return;
        const [below = 0, above = 0] = [0, 1].map((scenario) => figuresOf(answer, scenario, 0).get(leftOver) ?? 0);
        const column = higher?.columns.get(leftOver);
        const index =
          column?.findIndex((amount, position) => amount >= below && (higher?.points[position] ?? 0) > limit) ?? -1;
        setCrossing({
          limit,
          loss: below - above,
          again: index < 0 ? undefined : higher?.points[index],
          tried: beyond.to,
          file: aroundLimit,
        });
      });
    }
    return () => {
      current = false;
    };
  }, [engine, language, unmoved, inputName, persons, limit, typical]);

  return { results, upToDate: answered?.file === file, refused, input, sweep, crossing, assumptions };
}

/** The work situation twice: at the limit, and a cent above it. */
export function atLimitAndOver(file: CaseFile, limit: number): CaseFile {
  const work = file.scenarios?.[1];
  const paid = (name: string, wage: number) => ({ ...work, name, client: { ...work?.client, wage } });
  return { ...file, scenarios: [paid('limit', limit), paid('over', Math.round(limit * 100 + 1) / 100)] };
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
