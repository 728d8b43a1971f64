// Of the questions that are left, the one whose answer would move this person's figures the most: the engine is asked
// what becomes of them under each value tried.
import type { CaseFile } from '../../case/case';
import { leftOver } from '../../model/parts';
import { isRefused, type Refused, type Results } from '../../engine/answers';
import {
  candidates,
  mostQuestions,
  nextOfAll,
  question,
  questionIds,
  type Answers,
  type QuestionId,
} from './questions';
import { caseOf } from './case_of_answers';

/** A difference smaller than this, in euros a month, is not worth a question. */
const worthAsking = 1;

/** Asks the engine for what is left of a case, and nothing else. */
export type Calculate = (file: CaseFile) => Promise<Refused<Results>>;

/** undefined: everything that matters has been asked. */
export async function nextQuestion(
  base: CaseFile,
  answers: Answers,
  calculate: Calculate,
): Promise<QuestionId | undefined> {
  const asked = questionIds.filter((id) => answers[id] !== undefined).length;
  if (asked >= mostQuestions) return undefined;
  const forAll = nextOfAll(answers);
  if (forAll !== undefined) return forAll;

  const now = await outcome(base, answers, calculate);
  if (now === undefined) return undefined;
  const effects = await Promise.all(
    candidates(answers).map(async (id) => ({ id, effect: await effectOf(id, base, answers, now, calculate) })),
  );
  const matters = effects.filter(({ effect }) => effect >= worthAsking);
  const left = mostQuestions - asked;
  const chosen = [...matters].sort((a, b) => b.effect - a.effect).slice(0, left);
  // Among the chosen the plain order holds, so that the questions follow each other naturally.
  return matters.find(({ id }) => chosen.some((one) => one.id === id))?.id;
}

interface Outcome {
  now: number;
  work: number;
}

async function effectOf(
  id: QuestionId,
  base: CaseFile,
  answers: Answers,
  now: Outcome,
  calculate: Calculate,
): Promise<number> {
  const asked = question(id);
  const tries = 'tries' in asked ? asked.tries : undefined;
  if (tries === undefined) return 0;
  const outcomes = await Promise.all(
    tries.map((value) => outcome(base, { ...answers, [id]: { known: true, value } }, calculate)),
  );
  // What is kept of the wage weighs most; what there is to begin with counts, too.
  return Math.max(
    0,
    ...outcomes.map((other) =>
      other === undefined
        ? 0
        : Math.abs(other.work - other.now - (now.work - now.now)) + Math.abs(other.work - now.work) / 10,
    ),
  );
}

async function outcome(base: CaseFile, answers: Answers, calculate: Calculate): Promise<Outcome | undefined> {
  const results = await calculate(caseOf(base, answers));
  if (isRefused(results)) return undefined;
  const [now, work] = results.scenarios.map((scenario) =>
    Number(scenario.figures.find((figure) => figure.variable === leftOver)?.values[0]),
  );
  return now === undefined || work === undefined ? undefined : { now, work };
}
