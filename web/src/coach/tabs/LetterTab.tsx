// The letter to the client, in the client's language: where they stand, what is verified, what each offer leaves, what they must
// tell and when, and what to bring. Printed as it stands.
import { useEffect, useState } from 'react';
import { languageNames, languages, type Language } from '../../catalogue/languages';
import { formats as formatsOf } from '../../catalogue/formats';
import { isRefused, type Results, type Variable } from '../../engine/answers';
import { SelectField } from '../../components/select_field/SelectField';
import { planFigures } from '../../model/plan';
import { useSurroundings } from '../../model/surroundings';
import { loadCoachTexts, sayer, useSay, type Say } from '../texts/texts';
import { Letter } from './Letter';
import type { TabProps } from './Tabs';

interface LetterParts {
  language: Language;
  say: Say;
  results: Results;
  variables: ReadonlyMap<string, Variable>;
}

export function LetterTab({ client, scenario, month }: TabProps) {
  const say = useSay();
  const { engine, language: own } = useSurroundings();
  const [language, setLanguage] = useState<Language>(own);
  const [parts, setParts] = useState<LetterParts>();
  const file = client.file.case;
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const [texts, inputs, results] = await Promise.all([
        loadCoachTexts(language),
        engine.inputs(language),
        engine.figures(file, language, 'coach letter', planFigures),
      ]);
      if (!current || isRefused(results)) return;
      const variables = new Map(inputs.variables.map((variable) => [variable.name, variable]));
      setParts({ language, say: sayer(texts), results, variables });
    };
    void ask();
    return () => {
      current = false;
    };
  }, [engine, language, file]);
  return (
    <>
      <div className="row no-print">
        <SelectField
          label={say('letter.language')}
          value={language}
          onChange={(value) => setLanguage(value as Language)}
          options={languages.map((one) => ({ value: one, title: languageNames[one] }))}
        />
        <button type="button" className="button button-main" onClick={() => window.print()}>
          {say('print')}
        </button>
      </div>
      {parts === undefined ? (
        <p role="status">{say('computing')}</p>
      ) : (
        <Letter {...parts} formats={formatsOf(parts.language)} client={client} scenario={scenario} month={month} />
      )}
    </>
  );
}
