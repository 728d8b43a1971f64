// One client: facts, offers and what is to be done side by side, and under them one tab for each thing one looks into.
import { useEffect, useRef, useState } from 'react';
import type { ClientFile } from '../../case/file';
import type { Variable } from '../../engine/answers';
import { useInputs } from '../../model/inputs';
import { ordinaryMonthOf } from '../../model/ordinary_month';
import { usePlan, type PlanModel } from '../../model/plan';
import { useTitle } from '../../model/title';
import { Problems } from '../../components/problems/Problems';
import { FactsPane } from '../facts/FactsPane';
import { Household } from '../facts/Household';
import { changeClient, codeOf, type OpenClient } from '../files/store';
import { OffersPane } from '../offers/OffersPane';
import { useSay } from '../texts/texts';
import { TodoPane } from '../todo/TodoPane';
import { useRanges, useStakes } from '../todo/asked';
import { Tabs } from '../tabs/Tabs';
import { CaseHead } from './CaseHead';

const panes = ['facts', 'offers', 'todo'] as const;
type Pane = (typeof panes)[number];

export interface CasePageProps {
  client: OpenClient;
  tab: string;
  go: (path: string) => void;
}

/** What is asked about first when nothing is known. */
const firstFacts = [
  'birth_month',
  'on_kela_disability_pension',
  'earnings_related_pension',
  'unemployment_benefit',
  'municipality',
  'tenure',
  'rent',
];

export function CasePage({ client, tab, go }: CasePageProps) {
  const say = useSay();
  const inputs = useInputs();
  const { file } = client;
  const plan = usePlan(file.case);
  const [month, setMonth] = useState<number>();
  const [scenario, setScenario] = useState(1);
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(codeOf(client));
  useEffect(() => heading.current?.focus(), []);
  const scenarios = file.case.scenarios ?? [];
  const shown = Math.min(scenario, Math.max(0, scenarios.length - 1));
  const change = (next: ClientFile) => changeClient(client.id, () => next);
  const { results } = plan;
  const at = Math.min(
    month ?? ordinaryMonthOf(results?.timeline.months ?? ['']),
    (results?.timeline.months.length ?? 1) - 1,
  );
  if (inputs === undefined) return <p role="status">{say('computing')}</p>;
  return (
    <>
      <CaseHead
        client={client}
        results={results}
        took={plan.took}
        heading={heading}
        variables={inputs.variables}
        go={go}
      />
      {plan.refused !== undefined && (
        <Problems diagnostics={plan.refused} file={file.case} variables={inputs.variables} />
      )}
      <Panes
        client={client}
        plan={plan}
        variables={inputs.variables}
        month={at}
        scenario={shown}
        onMonth={setMonth}
        onChange={change}
      />
      {results !== undefined && (
        <Tabs
          client={client}
          results={results}
          upToDate={plan.upToDate}
          lawUntil={inputs.rules?.law_until}
          month={at}
          scenario={shown}
          onScenario={setScenario}
          tab={tab}
          go={go}
          onChange={change}
        />
      )}
    </>
  );
}

interface PanesProps {
  client: OpenClient;
  plan: PlanModel;
  variables: ReadonlyMap<string, Variable>;
  month: number;
  scenario: number;
  onMonth: (month: number) => void;
  onChange: (file: ClientFile) => void;
}

/** Side by side in a wide window, else one at a time. */
function Panes({ client, plan, variables, month, scenario, onMonth, onChange }: PanesProps) {
  const say = useSay();
  const { file } = client;
  const [pane, setPane] = useState<Pane>('offers');
  const compared = useRanges(file.case);
  const stakes = useStakes(file.case, scenario);
  const box = (name: Pane) => (pane === name ? 'pane-box pane-shown' : 'pane-box');
  const { results, upToDate } = plan;
  return (
    <>
      <div className="pane-tabs no-print" role="group" aria-label={say('case.panes')}>
        {panes.map((name) => (
          <button key={name} type="button" aria-pressed={pane === name} onClick={() => setPane(name)}>
            {say(`${name}.title`)}
          </button>
        ))}
      </div>
      <div className="panes">
        <div className={box('facts')}>
          <section className="pane" aria-labelledby="facts-title">
            <div className="pane-head">
              <h2 id="facts-title">{say('facts.title')}</h2>
            </div>
            <FactsPane file={file} base={[]} always={firstFacts} variables={variables} onChange={onChange} />
            <Household file={file} onChange={onChange} />
          </section>
        </div>
        <div className={box('offers')}>
          <OffersPane {...{ file, results, compared, upToDate, variables, month, onMonth, onChange }} />
        </div>
        <div className={box('todo')}>
          <TodoPane {...{ client, results, scenario, stakes, onChange }} />
        </div>
      </div>
    </>
  );
}
