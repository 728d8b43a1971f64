// The rules as their files have them (docs/language.md, sections 1 and 7): variables and parameters by name.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { parseFormula, type Formula } from './formula.js';
import { Fraction } from './fraction.js';

/** YAML with every scalar as its text, so that no number passes through binary floating point. */
type Yaml = string | null | undefined | Yaml[] | { [key: string]: Yaml };
type YamlMap = { [key: string]: Yaml };

/** What holds from a month on ('': always); in ascending order. */
export type Dated<T> = { from: string; is: T };

export interface Variable extends Record<'isInput' | 'ofPerson' | 'yearly', boolean> {
  name: string;
  module: string;
  type: string; // number, boolean, month, date, or the name of an enum
  constant: string | undefined; // of an input whose default is a value and no formula
  formulas: Dated<string>[];
  readings: Map<string, Dated<string>[]>;
  initial: string | undefined;
  unsupported: string | undefined;
}

export type Band = { limit: Fraction; rate: Fraction };
/** Cells by their keys, joined by a bar; of a scale its bands. */
export type Cells = Map<string, Fraction> | Band[] | 'none';
export type Parameter = { isSwitch: boolean; values: Dated<Cells>[]; readings: Map<string, Dated<Cells>[]> };

const isMap = (yaml: Yaml): yaml is YamlMap => typeof yaml === 'object' && yaml !== null && !Array.isArray(yaml);
const map = (yaml: Yaml): YamlMap => (isMap(yaml) ? yaml : {});
const text = (yaml: Yaml): string => (typeof yaml === 'string' ? yaml : '');
const list = (yaml: Yaml): string[] => (Array.isArray(yaml) ? yaml.map(text) : yaml === undefined ? [] : [text(yaml)]);
const lowest = (range: string | undefined): number => Number(range?.split('..')[0]);
const hundred = Fraction.of(100);

/** What stands beside the cells of a dated value. */
const besideCells = new Set(['source', 'status', 'note', 'settled_by', 'looked_at', 'basis', 'between']);

/** CSV as RFC 4180 has it. */
function readTable(content: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of content.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare!);
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/** By the month from which each holds; what is continued is what was before. */
function dated<T>(yaml: Yaml, read: (one: Yaml) => T): Dated<T>[] {
  if (yaml === undefined) return [];
  if (!isMap(yaml)) return [{ from: '', is: read(yaml) }];
  return Object.entries(yaml).reduce<Dated<T>[]>((found, [from, entry]) => {
    const says = !isMap(entry) || Object.keys(entry).some((key) => !besideCells.has(key));
    const goesOn = entry === 'continued' || (map(entry)['basis'] === 'continued' && !says);
    return [...found, { from, is: goesOn ? found.at(-1)!.is : read(entry) }];
  }, []);
}

/** What holds in a month; under a reading its own from its first date on. */
export function heldIn<T>(values: Dated<T>[], reading: Dated<T>[] | undefined, month: string): Dated<T> | undefined {
  const last = (all: Dated<T>[]): Dated<T> | undefined => all.filter(({ from }) => from <= month).at(-1);
  return last(reading ?? []) ?? last(values);
}

export class Rules {
  readonly name: string;
  readonly version: string;
  readonly units: Set<string>;
  readonly variables = new Map<string, Variable>();
  readonly parameters = new Map<string, Parameter>();
  private readonly trees = new Map<string, Formula>();
  private readonly enums = new Map<string, Set<string>>();
  private readonly tables = new Map<string, string[][]>();

  constructor(folder: string) {
    const files = (readdirSync(folder, { recursive: true }) as string[]).map((file) => join(folder, file)).sort();
    const manifestFile = files.find((file) => file.endsWith('/ruleset.yaml'));
    if (!manifestFile) throw new Error(`no ruleset.yaml in ${folder}`);
    const read = (file: string): YamlMap => map(parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as Yaml);
    const manifest = read(manifestFile);
    this.name = text(manifest['ruleset']);
    this.version = text(manifest['version']);
    const units = ['year', 'month', 'week', 'day', 'hour', ...Object.keys(map(manifest['units']))];
    this.units = new Set(units.flatMap((unit) => [unit, `${unit}s`]));
    const isModule = (file: string): boolean =>
      /(?<!\.test)\.yaml$/.test(file) && !/^(ruleset.yaml|(.*\/)?(examples|overlays|analysis|texts)\/.*)$/.test(file);
    const modules = files
      .filter((file) => isModule(relative(dirname(manifestFile), file)))
      .map((file) => ({ file, yaml: read(file) }));
    for (const { file, yaml } of modules) this.readEnums(file, yaml);
    for (const { file, yaml } of modules) this.readModule(file, yaml);
  }

  /** As a formula of the module means the name: the module's own first, then what is known everywhere. */
  variable(module: string, name: string): Variable {
    const found = this.variables.get(`${module}.${name}`) ?? this.variables.get(name);
    if (!found) throw new Error(`no variable is called ${name}`);
    return found;
  }
  formula(text: string): Formula {
    const tree = this.trees.get(text) ?? parseFormula(text, this.units);
    this.trees.set(text, tree);
    return tree;
  }

  private table(file: string, reference: Yaml): { header: string[]; rows: string[][] } {
    const path = join(dirname(file), text(reference));
    const table = this.tables.get(path) ?? readTable(readFileSync(path, 'utf8'));
    this.tables.set(path, table);
    return { header: table[0]!, rows: table.slice(1) };
  }

  private readEnums(file: string, yaml: YamlMap): void {
    for (const [name, entry] of Object.entries(map(yaml['enums']))) {
      const { file: reference, column, members } = map(entry);
      const { header, rows } = reference === undefined ? { header: [], rows: [] } : this.table(file, reference);
      const place = header.indexOf(text(column));
      this.enums.set(name, new Set([...Object.keys(map(members)), ...rows.map((row) => row[place]!)]));
    }
  }

  private readModule(file: string, yaml: YamlMap): void {
    const module = text(yaml['module']) || text(yaml['chapter_of']);
    const each = (section: string, read: (name: string, entry: YamlMap) => void): void => {
      for (const [name, entry] of Object.entries(map(yaml[section]))) read(name, map(entry));
    };
    each('parameters', (name, entry) => this.readParameter(file, `${module}.${name}`, entry));
    each('inputs', (name, entry) => this.readVariable(module, name, { ...entry, formula: entry['default'] }, true));
    each('rules', (name, entry) =>
      this.readVariable(module, entry['global'] === 'true' ? name : `${module}.${name}`, entry));
    for (const section of ['unsupported', 'notices'])
      each(section, (name, { entity, period, when, due }) => {
        this.readVariable(module, `${module}.${name}`, { entity, period, type: 'boolean', formula: when });
        if (due) this.readVariable(module, `${module}.${name}_due`, { entity, type: 'date', formula: due });
      });
  }

  private readVariable(module: string, name: string, entry: YamlMap, isInput = false): void {
    const type = text(entry['type']) || 'number';
    const plain = text(entry['formula']);
    const isPlain = isInput && (type === 'number' ? /^-?[\d.]+$/.test(plain) : this.enums.get(type)?.has(plain));
    const isPercent = type === 'number' && entry['unit'] === '%';
    const formulaOf = (yaml: Yaml): string => text(map(yaml)['formula'] ?? yaml);
    const optional = (key: string): string | undefined => (entry[key] === undefined ? undefined : text(entry[key]));
    const [ofPerson, yearly] = [entry['entity'] === 'person', entry['period'] === 'year'];
    this.variables.set(name, {
      ...{ name, module, isInput, ofPerson, yearly, type },
      constant: !isPlain ? undefined : isPercent ? `${Fraction.parse(plain).over(hundred)}` : plain,
      formulas: dated(entry['formula'], formulaOf),
      readings: this.readings(entry, 'formula', formulaOf),
      initial: optional('initial'),
      unsupported: optional('unsupported'),
    });
  }

  private readings<T>(entry: YamlMap, key: string, read: (one: Yaml) => T): Map<string, Dated<T>[]> {
    return new Map(Object.entries(map(entry['readings'])).map(([name, one]) => [name, dated(map(one)[key], read)]));
  }

  private readParameter(file: string, name: string, entry: YamlMap): void {
    const keys = list(entry['by']);
    const [isSwitch, scaled] = [entry['type'] === 'boolean', entry['unit'] === '%' ? hundred : Fraction.of(1)];
    const number = (cell: string): Fraction =>
      isSwitch ? Fraction.of(cell === 'true' ? 1 : 0) : Fraction.parse(cell).over(scaled);
    const readCells = (value: Yaml): Cells => {
      if (value === 'none') return 'none';
      if (entry['kind'] === 'scale')
        return ((map(value)['bands'] ?? value) as YamlMap[]).map(({ over, rate }) =>
          ({ limit: Fraction.parse(text(over)), rate: Fraction.parse(text(rate)).over(hundred) }));
      const cells = new Map<string, Fraction>();
      const read = (at: string[], cell: Yaml): void => {
        const key = keys[at.length];
        if (key === undefined) cells.set(at.join('|'), number(text(cell)));
        else if (Array.isArray(cell)) cell.forEach((one, i) => read([...at, String(lowest(key) + i)], one));
        else
          for (const [member, one] of Object.entries(map(cell)))
            if (at.length > 0 || !besideCells.has(member)) read([...at, member], one);
      };
      if (entry['file'] === undefined) {
        read([], keys.length > 0 ? value : (map(value)['value'] ?? value));
      } else {
        const { header, rows } = this.table(file, entry['file']);
        const place = header.indexOf(text(entry['key']));
        const columns = list(map(value)['columns'] ?? map(value)['column']).map((column) => header.indexOf(column));
        for (const row of rows)
          columns.forEach((column, i) =>
            read(keys.length > 1 ? [row[place]!, String(lowest(keys[1]) + i)] : [row[place]!], row[column]));
      }
      return cells;
    };
    const readings = this.readings(entry, 'values', readCells);
    this.parameters.set(name, { isSwitch, values: dated(entry['values'], readCells), readings });
  }
}
