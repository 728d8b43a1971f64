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
  const forAll = nextOfAll(answers);
  if (forAll !== undefined) return forAll;
  const asked = questionIds.filter((id) => answers[id] !== undefined).length;
  if (asked >= mostQuestions) return undefined;

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

/** What is left now, and at each amount of work. */
interface Outcome {
  now: number;
  work: readonly number[];
}

async function effectOf(
  id: QuestionId,
  base: CaseFile,
  answers: Answers,
  before: Outcome,
  calculate: Calculate,
): Promise<number> {
  const asked = question(id);
  const tries = 'tries' in asked ? asked.tries : undefined;
  if (tries === undefined) return 0;
  const outcomes = await Promise.all(
    tries.map((value) => outcome(base, { ...answers, [id]: { known: true, value } }, calculate)),
  );
  return Math.max(0, ...outcomes.map((other) => (other === undefined ? 0 : distance(before, other))));
}

// What is kept of the wage weighs most; what there is to begin with counts, too. A limit that is far from the hours asked
// for decides about other hours, so all of them are looked at.
function distance(one: Outcome, other: Outcome): number {
  return Math.max(
    ...one.work.map((left, index) => {
      const moved = (other.work[index] ?? left) - left;
      return Math.abs(moved - (other.now - one.now)) + Math.abs(moved) / 10;
    }),
  );
}

/** Hours a week at which the answer is tried besides the hours asked for. */
const alongHours = [10, 20, 30, 40];

async function outcome(base: CaseFile, answers: Answers, calculate: Calculate): Promise<Outcome | undefined> {
  const file = caseOf(base, answers);
  const [first, work] = file.scenarios ?? [];
  if (first === undefined || work === undefined) return undefined;
  const others = alongHours.map((hours) => ({
    ...work,
    name: `${work.name} ${String(hours)}`,
    client: { ...work.client, hours_per_week: hours },
  }));
  const results = await calculate({ ...file, scenarios: [first, work, ...others] });
  if (isRefused(results)) return undefined;
  const [now, ...left] = results.scenarios.map((scenario) =>
    Number(scenario.figures.find((figure) => figure.variable === leftOver)?.values[0]),
  );
  return now === undefined || left.length === 0 ? undefined : { now, work: left };
}
