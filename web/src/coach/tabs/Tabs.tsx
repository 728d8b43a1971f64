// One tab for each thing one looks into; each has its sentence, its table and its CSV.
import { useRef, type ComponentType, type KeyboardEvent } from 'react';
import type { ClientFile } from '../../case/file';
import type { Results } from '../../engine/answers';
import { SelectField } from '../../components/select_field/SelectField';
import type { OpenClient } from '../files/store';
import { useSay, type CoachKey } from '../texts/texts';
import { CurveTab } from './CurveTab';
import { CardsTab, DebtsTab, EmployerTab, PurseTab } from './figure_tabs';
import { LawTab } from './LawTab';
import { LetterTab } from './LetterTab';
import { MeetingsTab } from './MeetingsTab';
import { MonthsTab } from './MonthsTab';
import { PaidTab } from './PaidTab';
import { RestingTab } from './RestingTab';
import { SafeTab } from './SafeTab';

export interface TabProps {
  client: OpenClient;
  results: Results;
  upToDate: boolean;
  lawUntil: string | undefined;
  /** Of the plan, by place. */
  month: number;
  scenario: number;
  onChange: (file: ClientFile) => void;
}

export interface TabsProps extends TabProps {
  tab: string;
  onScenario: (scenario: number) => void;
  go: (path: string) => void;
}

const tabs = {
  months: MonthsTab,
  curve: CurveTab,
  safe: SafeTab,
  resting: RestingTab,
  debts: DebtsTab,
  cards: CardsTab,
  employer: EmployerTab,
  purse: PurseTab,
  law: LawTab,
  meetings: MeetingsTab,
  paid: PaidTab,
  letter: LetterTab,
} satisfies Record<string, ComponentType<TabProps>>;
export type TabName = keyof typeof tabs;
const names = Object.keys(tabs) as TabName[];

export function Tabs({ tab, onScenario, go, ...props }: TabsProps) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const chosen = names.find((name) => name === tab) ?? 'months';
  const Shown: ComponentType<TabProps> = tabs[chosen];
  const { client, results, scenario, upToDate } = props;
  const open = (name: TabName) => go(`/case/${encodeURIComponent(client.id)}/${name}`);
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = (names.indexOf(chosen) + step + names.length) % names.length;
    open(names[index] ?? 'months');
    list.current?.querySelectorAll('button')[index]?.focus();
  };
  return (
    <section className={`tab-area tab-${chosen}`} aria-label={say('tabs.label')}>
      <div
        className="tabs no-print"
        role="tablist"
        tabIndex={-1}
        aria-label={say('tabs.label')}
        ref={list}
        onKeyDown={walk}
      >
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === chosen}
            aria-controls="tab-body"
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => open(name)}
          >
            {say(`tab.${name}` satisfies CoachKey)}
          </button>
        ))}
      </div>
      <div
        id="tab-body"
        role="tabpanel"
        aria-labelledby={`tab-${chosen}`}
        className={upToDate ? 'tab-body' : 'tab-body outdated'}
        aria-busy={!upToDate}
      >
        {results.scenarios.length > 1 && (
          <div className="no-print">
            <SelectField
              label={say('tabs.offer')}
              value={String(scenario)}
              onChange={(value) => onScenario(Number(value))}
              options={results.scenarios.map(({ name }, index) => ({
                value: String(index),
                title: index === 0 ? say('offers.now') : name,
              }))}
            />
          </div>
        )}
        <Shown {...props} />
      </div>
    </section>
  );
}
