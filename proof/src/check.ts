// Checks a proof: does every step follow from the text of the rules, what is given, and the steps before it?
//
// Idea: each step names one value. It is computed again from its rule's text, reading nothing but earlier steps, and
// must come to the same, with the same reads and the same cells. So the last step, the figure, is right when what is
// given is.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Evaluation, dayNumber, monthNumber, monthText, same, type Person, type Value } from './evaluate.js';
import { Fraction, zero } from './fraction.js';
import { heldIn, type Rules, type Band, type Cells, type Dated, type Variable } from './rules.js';

type Whose = { of: string; person: string | null };
type Given = Partial<Whose> & { reading_of?: string; continues?: boolean; values: Record<string, string> };
type Cell = { parameter: string; keys?: string[]; from?: string; value?: string };
type Figure = Whose & { at: string; value: string };
type Step = Figure & { origin: string; from?: string; reads?: number[]; cells?: Cell[] };
export interface Proof {
  ansiopolku_proof: number;
  rules: { name: string; version: string };
  case: { text: string; sha256: string };
  figure: Figure;
  household: { spouse: boolean; children: number };
  timeline: { typical: boolean; first: string; start: string };
  given: Given[];
  steps: Step[];
}

const keyOf = (of: string, person: string | null | undefined, at: string): string => `${of} ${person ?? ''} ${at}`;
const cellText = ({ parameter, keys = [], from = '', value }: Cell): string =>
  `${parameter}[${keys.join('|')}] from ${from}: ${value === undefined ? 'bands' : Fraction.parse(value)}`;

/** Throws where the proof does not hold. */
export function check(rules: Rules, proof: Proof): void {
  const { name, version } = proof.rules;
  if (proof.ansiopolku_proof !== 1) throw new Error('an unknown version of proofs');
  if (name !== rules.name || version !== rules.version) throw new Error(`made under ${name} ${version}`);
  if (createHash('sha256').update(proof.case.text).digest('hex') !== proof.case.sha256)
    throw new Error('the case does not fit its digest');
  new Checking(rules, proof).run();
}

class Checking {
  private readonly first: number; // month of the timeline, counted from year 0
  private readonly start: number; // of the plan, counted from `first`
  private readonly persons: string[];
  private readonly given = new Map<string, Given>();
  private readonly places = new Map<string, number>(); // of the steps so far
  private readonly used = new Set<number>();
  private reads = new Set<number>(); // of the step at hand, as its cells
  private cells = new Set<string>();

  constructor(private readonly rules: Rules, private readonly proof: Proof) {
    const { spouse, children } = proof.household;
    this.first = monthNumber(proof.timeline.first);
    this.start = monthNumber(proof.timeline.start) - this.first;
    const named = Array.from({ length: children }, (_, i) => `child${i + 1}`);
    this.persons = ['client', ...(spouse ? ['spouse'] : []), ...named];
    for (const given of proof.given) {
      const key = given.reading_of === undefined ? keyOf(given.of!, given.person, '') : `reading ${given.reading_of}`;
      if (this.given.has(key)) throw new Error(`${key} is given twice`);
      this.given.set(key, given);
    }
  }

  run(): void {
    const { steps, figure } = this.proof;
    steps.forEach((step, place) => {
      try {
        this.step(step, place);
      } catch (error) {
        throw new Error(`step ${place}, ${keyOf(step.of, step.person, step.at)}: ${(error as Error).message}`);
      }
    });
    const last = steps.at(-1);
    const isFigure = last && (['of', 'person', 'at', 'value'] as const).every((key) => last[key] === figure[key]);
    if (!isFigure || last.origin === 'initial') throw new Error('the last step is not the figure');
    const unread = steps.findIndex((_, place) => !this.used.has(place));
    if (unread !== steps.length - 1) throw new Error(`step ${unread} is read by no other`);
  }

  private step(step: Step, place: number): void {
    const variable = this.rules.variables.get(step.of);
    const person = step.person === null ? undefined : this.persons.indexOf(step.person);
    if (!variable || variable.ofPerson !== (person !== undefined) || person === -1) throw new Error('no such figure');
    const key = keyOf(step.of, step.person, step.at) + (step.origin === 'initial' ? ' initial' : '');
    if (this.places.has(key)) throw new Error('the value stands twice');
    if (!(variable.yearly ? /^\d{4}$/ : /^\d{4}-(0[1-9]|1[0-2])$/).test(step.at)) throw new Error('no time of it');
    const index = variable.yearly ? Number(step.at) - Math.floor(this.first / 12) : monthNumber(step.at) - this.first;
    [this.reads, this.cells] = [new Set(), new Set()];
    const value = this.derived(step, variable, person, index);
    if (!same(value, this.parsed(variable, step.value))) throw new Error(`it comes to ${value}, not ${step.value}`);
    const reads = [...this.reads].sort((a, b) => a - b);
    if (reads.join() !== (step.reads ?? []).join()) throw new Error(`it reads ${reads.join()}`);
    const cells = (step.cells ?? []).map(cellText).sort().join('; ');
    if (cells !== [...this.cells].sort().join('; ')) throw new Error(`it looks up ${[...this.cells].join('; ')}`);
    for (const read of reads) this.used.add(read);
    this.places.set(key, place);
  }

  private derived(step: Step, variable: Variable, person: Person, index: number): Value {
    const given = this.givenValue(variable, person, index);
    const isPast = this.givenOf(variable, person)?.continues === true && index < (variable.yearly ? 0 : this.start);
    const isInitial = step.origin === 'initial' && !variable.isInput;
    const origins = variable.isInput || isPast ? ['given', 'default'] : ['override', 'computed'];
    if (!isInitial && step.origin !== origins[given === undefined ? 1 : 0]) throw new Error('its origin is another');
    if (given !== undefined && (isInitial || step.from !== undefined)) throw new Error('it is given');
    if (given !== undefined) return this.parsed(variable, given);
    const month = variable.yearly ? (Math.floor(this.first / 12) + index) * 12 : this.first + index;
    if (!isInitial && variable.unsupported !== undefined) {
      const situation = this.rules.variable(variable.module, variable.unsupported);
      if (this.valueAt(situation, situation.ofPerson ? person : undefined, index) !== false)
        throw new Error('the rules have no answer in this situation');
    }
    const reading = variable.readings.get(this.readingOf(variable.name, month));
    const initial = variable.initial === undefined ? undefined : { from: '', is: variable.initial };
    const held = isInitial ? initial : heldIn(variable.formulas, reading, monthText(month));
    if (!held || held.from !== (step.from ?? '')) throw new Error(`its formula holds from ${held?.from}`);
    if (!isInitial && variable.constant !== undefined) return this.parsed(variable, variable.constant);
    return this.evaluated(variable, person, index, month, held.is);
  }

  private evaluated(variable: Variable, person: Person, index: number, month: number, text: string): Value {
    const held = (name: string): Dated<Exclude<Cells, 'none'>> => {
      const { values, readings } = this.rules.parameters.get(name)!;
      const value = heldIn(values, readings.get(this.readingOf(name, month)), monthText(month));
      if (!value || value.is === 'none') throw new Error(`${name} has no value in ${monthText(month)}`);
      return { from: value.from, is: value.is };
    };
    // The month of a year, or the year of a month, at the same time; of a year its January.
    const { typical } = this.proof.timeline;
    const timeOf = (of: Variable): number =>
      typical || variable.yearly === of.yearly ? index : of.yearly ? Math.floor(index / 12) : index * 12;
    const world = {
      rules: this.rules,
      module: variable.module,
      household: { spouse: this.proof.household.spouse, persons: this.persons.length },
      time: { month, typical },
      read: (how: string, of: Variable, whose: Person, months: number) => this.read(how, of, whose, timeOf(of), months),
      isGiven: (of: Variable, whose: Person) => this.givenValue(of, whose, timeOf(of)) !== undefined,
      cell: (parameter: string, keys: string[]) => {
        const { from, is } = held(parameter);
        const cell = Array.isArray(is) ? undefined : is.get(keys.join('|'));
        if (!cell) throw new Error(`${parameter} has no cell ${keys.join(', ')}`);
        this.cells.add(cellText({ parameter, keys, from, value: `${cell}` }));
        return this.rules.parameters.get(parameter)!.isSwitch ? cell.top !== 0n : cell;
      },
      bands: (parameter: string) => {
        this.cells.add(cellText({ parameter, from: held(parameter).from }));
        return held(parameter).is as Band[];
      },
    };
    return new Evaluation(world, person).value(this.rules.formula(text));
  }

  // Time (docs/language.md, section 4): months are counted from the first of the timeline, years from its year.
  private read(how: string, of: Variable, person: Person, here: number, months: number): Value {
    const { typical } = this.proof.timeline;
    const january = typical ? 0 : Math.floor(here / 12) * 12;
    const total = (from: number, until: number): Fraction => {
      const isKnown = (index: number): boolean => index >= 0 || this.givenValue(of, person, index) !== undefined;
      const indexes = Array.from({ length: until - from + 1 }, (_, i) => (isKnown(from + i) ? from + i : 0));
      return indexes.reduce((sum, index) => sum.plus(this.valueAt(of, person, index) as Fraction), zero);
    };
    const times = (count: number): Fraction => total(0, 0).times(Fraction.of(count));
    if (how === 'previous' || how === 'last_year') return this.before(of, person, here);
    if (how === 'average' && !typical) return total(here - months + 1, here).over(Fraction.of(months));
    if (how === 'year_sum') return typical ? times(12) : total(january, january + 11);
    if (how === 'year_to_date') return typical ? times((this.first % 12) + 1) : total(january, here);
    if (how === 'at_year_start') return this.valueAt(of, person, january);
    if (how === 'at_year_end') return this.valueAt(of, person, typical ? 0 : january + 11);
    return this.valueAt(of, person, here);
  }

  private before(of: Variable, person: Person, here: number): Value {
    const first = of.yearly ? 0 : this.start;
    const isTold = this.givenOf(of, person)?.continues && this.givenValue(of, person, first - 1) !== undefined;
    if (here > first || (here === first && isTold)) return this.valueAt(of, person, here - 1);
    if (of.isInput || this.givenValue(of, person, here) !== undefined) return this.valueAt(of, person, here);
    return this.valueAt(of, person, here, ' initial');
  }

  private valueAt(of: Variable, person: Person, index: number, which = ''): Value {
    const key = keyOf(of.name, this.nameOf(person), this.timeText(of, index)) + which;
    const place = this.places.get(key);
    if (place === undefined) throw new Error(`no earlier step says ${key}`);
    this.reads.add(place);
    return this.parsed(of, this.proof.steps[place]!.value);
  }

  private timeText(of: Variable, index: number): string {
    return of.yearly ? String(Math.floor(this.first / 12) + index) : monthText(this.first + index);
  }
  private nameOf(person: Person): string | null { return person === undefined ? null : this.persons[person]!; }
  private givenOf(of: Variable, person: Person): Given | undefined {
    return this.given.get(keyOf(of.name, this.nameOf(person), ''));
  }
  private givenValue(of: Variable, person: Person, index: number): string | undefined {
    return this.givenOf(of, person)?.values[this.timeText(of, index)];
  }
  private readingOf(name: string, month: number): string {
    return this.given.get(`reading ${name}`)?.values[monthText(month)] ?? '';
  }

  private parsed({ type }: Variable, text: string): Value {
    if (type === 'number') return Fraction.parse(text);
    if (type === 'month') return Fraction.of(monthNumber(text));
    if (type === 'date') return Fraction.of(dayNumber(text));
    if (type === 'boolean' && text !== 'true' && text !== 'false') throw new Error(`neither true nor false: ${text}`);
    return type === 'boolean' ? text === 'true' : text;
  }
}
