// Which inputs nobody has told: what somebody did not know, or was not asked before the answer was taken.
import { question, questionIds, type Answers, type QuestionId } from './questions';

type IsOpen = (variable: string, person: string | null) => boolean;

export function openInputs(answers: Answers): IsOpen {
  return (variable, person) => {
    const id = questionOf(variable, person);
    return id !== undefined && answers[id]?.known === false;
  };
}

/** The question that asks for an input of a person. */
export function questionOf(variable: string, person: string | null): QuestionId | undefined {
  return questionIds.find((id) => {
    const asked = question(id);
    if (asked.kind !== 'input' || asked.input !== variable) return false;
    const whose = asked.place === 'household' ? null : asked.place === 'spouse' ? 'spouse' : 'client';
    return whose === person && asked.place !== 'now';
  });
}
