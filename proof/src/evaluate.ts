// The meaning of formulas (docs/language.md, section 3). What lies outside one comes through a World.
import { Fraction, one, rounded, zero } from './fraction.js';
import type { Formula } from './formula.js';
import type { Band, Rules, Variable } from './rules.js';

export type Value = Fraction | boolean | string; // months are counted from year 0, dates in days from 1970
export type Person = number | undefined; // of the household: undefined

export interface World {
  rules: Rules;
  module: string; // of the formula
  household: { spouse: boolean; persons: number };
  time: { month: number; typical: boolean };
  read(how: string, variable: Variable, person: Person, months: number): Value;
  isGiven(variable: Variable, person: Person): boolean;
  cell(parameter: string, keys: string[]): Value;
  bands(parameter: string): Band[];
}

export const monthNumber = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
export const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
export const dayNumber = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const dayOf = (days: number): Date => new Date(days * 86_400_000);
const firstDay = (month: number): number => dayNumber(`${monthText(month)}-01`);
const weekdaysBefore = (days: number): number => {
  const sinceMonday = days + 3; // 1970-01-01 was a Thursday
  return Math.floor(sinceMonday / 7) * 5 + Math.min(sinceMonday - Math.floor(sinceMonday / 7) * 7, 5);
};

const readsOf = ['previous', 'year_to_date', 'year_sum', 'at_year_start', 'at_year_end', 'this_year', 'last_year'];
const roles = ['client', 'spouse', 'partner', 'self'];

const missing = (what: string): never => { throw new Error(`${what} is missing`); };
const number = (value: Value): Fraction => (value instanceof Fraction ? value : missing('a number'));
const truth = (value: Value): boolean => (typeof value === 'boolean' ? value : missing('a condition'));
const nameIn = (formula: Formula | undefined): string => (formula?.kind === 'name' ? formula.text : missing('a name'));

export const same = (a: Value, b: Value): boolean =>
  a instanceof Fraction && b instanceof Fraction ? a.compare(b) === 0 : a === b;
const best = (values: Fraction[], largest: boolean): Fraction =>
  values.reduce((a, b) => (a.compare(b) >= 0 === largest ? a : b));

/** Each band takes its share of what lies in it. */
const scaled = (x: Fraction, bands: Band[]): Fraction =>
  bands.reduce((total, { limit, rate }, i) => {
    const end = bands[i + 1] ? best([x, bands[i + 1]!.limit], false) : x;
    return end.compare(limit) <= 0 ? total : total.plus(end.minus(limit).times(rate));
  }, zero);

const compared: Record<string, (order: number) => boolean> =
  { '<': (order) => order < 0, '<=': (order) => order <= 0, '>': (order) => order > 0, '>=': (order) => order >= 0 };
const ofWhole = (compute: (a: number, b: number) => number) => (a: Fraction, b: Fraction): Fraction =>
  Fraction.of(compute(Number(a.floor()), b && Number(b.floor())));
const functions: Record<string, (a: Fraction, b: Fraction, c: Fraction) => Fraction> = {
  '+': (a, b) => a.plus(b),
  '-': (a, b) => a.minus(b),
  '*': (a, b) => a.times(b),
  '/': (a, b) => a.over(b),
  clamp: (x, low, high) => best([best([x, low], true), high], false),
  abs: (x) => best([x, zero.minus(x)], true),
  round: (x, step) => rounded(x, step, 'nearest'),
  round_down: (x, step) => rounded(x, step, 'down'),
  round_up: (x, step) => rounded(x, step, 'up'),
  per_year: (x) => x.times(Fraction.of(12)),
  per_month: (x) => x.over(Fraction.of(12)),
  year_of: ofWhole((month) => Math.floor(month / 12)),
  month_of_year: ofWhole((month) => (month % 12) + 1),
  months_between: (a, b) => b.minus(a),
  days_between: (a, b) => b.minus(a),
  years_between: (a, b) => rounded(b.minus(a).over(Fraction.of(12)), one, 'down'),
  add_months: (month, n) => month.plus(n),
  weekdays: ofWhole((month) => weekdaysBefore(firstDay(month + 1)) - weekdaysBefore(firstDay(month))),
  days: ofWhole((month) => firstDay(month + 1) - firstDay(month)),
  month_of: ofWhole((day) => dayOf(day).getUTCFullYear() * 12 + dayOf(day).getUTCMonth()),
  day_of: ofWhole((day) => dayOf(day).getUTCDate()),
  weekday_of: ofWhole((day) => ((dayOf(day).getUTCDay() + 6) % 7) + 1),
  date_in: ofWhole((month, n) => Math.min(firstDay(month) + Math.max(n - 1, 0), firstDay(month + 1) - 1)),
  add_days: ofWhole((day, n) => day + n),
  weekdays_between: ofWhole((from, until) => weekdaysBefore(until) - weekdaysBefore(from)),
};

/** Of the values for each person of a set. */
const aggregates: Record<string, (values: Value[]) => Value> = {
  sum: (values) => values.map(number).reduce((sum, value) => sum.plus(value), zero),
  count: (values) => Fraction.of(values.filter(truth).length),
  any: (values) => values.map(truth).includes(true),
  all: (values) => !values.map(truth).includes(false),
  max_of: (values) => (values.length === 0 ? zero : best(values.map(number), true)),
  min_of: (values) => (values.length === 0 ? zero : best(values.map(number), false)),
};

export class Evaluation {
  private readonly bindings = new Map<string, Value>();

  constructor(private readonly world: World, private readonly own: Person, private atHand: Person = own) {}

  value(of: Formula): Value {
    if (of.kind === 'number') return of.value;
    if (of.kind === 'month') return Fraction.of(monthNumber(of.text));
    if (of.kind === 'date') return Fraction.of(dayNumber(of.text));
    if (of.kind === 'member') return of.text;
    if (of.kind === 'name') return this.named(of.text);
    if (of.kind === 'if') return this.value(truth(this.value(of.condition)) ? of.then : of.otherwise);
    if (of.kind === 'not') return !truth(this.value(of.of));
    if (of.kind === 'negate') return zero.minus(number(this.value(of.of)));
    if (of.kind === 'in') return of.members.some((member) => same(this.value(of.value), this.value(member)));
    if (of.kind === 'lookup')
      return this.world.cell(this.parameter(of.name)!, of.with.map((key) => `${this.value(key)}`));
    if (of.kind === 'call') return this.call(of.name, of.with);
    if (of.kind === 'binary') return this.binary(of.sign, of.left, of.right);
    this.bindings.set(of.name, this.value(of.value));
    return this.value(of.body);
  }

  private binary(sign: string, first: Formula, second: Formula): Value {
    const left = this.value(first);
    if (sign === 'and' || sign === 'or') return truth(left) === (sign === 'or') ? left : truth(this.value(second));
    const right = this.value(second);
    if (sign === '=' || sign === '!=') return same(left, right) === (sign === '=');
    const [a, b, compare] = [number(left), number(right), compared[sign]];
    return compare ? compare(a.compare(b)) : functions[sign]!(a, b, zero);
  }

  private parameter(name: string): string | undefined {
    return [name, `${this.world.module}.${name}`].find((full) => this.world.rules.parameters.has(full));
  }

  private named(name: string): Value {
    if (this.bindings.has(name)) return this.bindings.get(name)!;
    if (name === 'true' || name === 'false') return name === 'true';
    if (name === 'this_month') return Fraction.of(this.world.time.month);
    if (name === 'typical_month') return this.world.time.typical;
    if (/^(self\.)?position$/.test(name)) return Fraction.of((name === 'position' ? this.atHand! : this.own!) + 1);
    const parameter = this.parameter(name);
    return parameter === undefined ? this.read('value', name) : this.world.cell(parameter, []);
  }

  /** Who a role is from here; undefined where there is nobody. */
  private role(role: string): Person {
    if (role === 'client') return 0;
    if (role === 'self') return this.own;
    if (!this.world.household.spouse) return undefined;
    return role === 'spouse' ? 1 : this.atHand === 0 || this.atHand === 1 ? 1 - this.atHand : undefined;
  }

  private variable(name: string): { variable: Variable; person: Person } {
    const [head, ...rest] = name.split('.');
    const role = rest.length > 0 && roles.includes(head!) ? head : undefined;
    const variable = this.world.rules.variable(this.world.module, role ? rest.join('.') : name);
    const person = !variable.ofPerson ? undefined : role ? this.role(role) : this.atHand;
    if (variable.ofPerson && person === undefined) throw new Error(`${name} is asked of nobody`);
    return { variable, person };
  }

  private read(how: string, name: string, months = 0): Value {
    const { variable, person } = this.variable(name);
    return this.world.read(how, variable, person, months);
  }

  private forEach(set: string, body: Formula): Value[] {
    const outside = this.atHand;
    const adults = this.world.household.spouse ? 2 : 1;
    const belongs = (person: number): boolean =>
      set === 'persons' || (set === 'others' ? person !== outside : person < adults === (set === 'adults'));
    return [...Array(this.world.household.persons).keys()].filter(belongs).map((person) => {
      this.atHand = person;
      const value = this.value(body);
      this.atHand = outside;
      return value;
    });
  }

  private call(name: string, args: Formula[]): Value {
    const [first, second] = args;
    if (readsOf.includes(name)) return this.read(name, nameIn(first));
    if (name === 'average') return this.read(name, nameIn(first), Number(number(this.value(second!)).floor()));
    if (name === 'given' || name === 'if_given') {
      const { variable, person } = this.variable(nameIn(first));
      const given = this.world.isGiven(variable, person);
      return name === 'given' ? given : given ? this.read('value', nameIn(first)) : this.value(second!);
    }
    if (name === 'exists') return this.role(nameIn(first)) !== undefined;
    if (name === 'is') {
      const role = this.atHand === 0 ? 'client' : this.atHand === 1 && this.world.household.spouse ? 'spouse' : 'child';
      return this.atHand !== undefined && nameIn(first) === role;
    }
    if (name === 'scale') return scaled(number(this.value(first!)), this.world.bands(this.parameter(nameIn(second))!));
    const gather = aggregates[name];
    if (gather) return gather(this.forEach(nameIn(first), second!));
    const values = args.map((arg) => this.value(arg));
    if (name === 'number') return truth(values[0]!) ? one : zero;
    if (name === 'min' || name === 'max') return best(values.map(number), name === 'max');
    const [a, b, c] = values.map(number);
    return (functions[name] ?? missing(`a function ${name}`))(a!, b!, c!);
  }
}
