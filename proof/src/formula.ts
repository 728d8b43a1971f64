// Formulas as docs/language.md, section 3, writes them: from a text to a tree.
import { Fraction } from './fraction.js';

export type Formula =
  | { kind: 'number'; value: Fraction }
  | { kind: 'month'; text: string } | { kind: 'date'; text: string }
  | { kind: 'member'; text: string } | { kind: 'name'; text: string }
  | { kind: 'let'; name: string; value: Formula; body: Formula }
  | { kind: 'if'; condition: Formula; then: Formula; otherwise: Formula }
  | { kind: 'not'; of: Formula } | { kind: 'negate'; of: Formula }
  | { kind: 'binary'; sign: string; left: Formula; right: Formula }
  | { kind: 'in'; value: Formula; members: Formula[] }
  | { kind: 'call'; name: string; with: Formula[] } | { kind: 'lookup'; name: string; with: Formula[] };

type Token = { kind: string; text: string; begin: number; end: number };

const shapes = new RegExp(
  String.raw`(?<blank>\s+|#[^\n]*)|(?<date>\d{4}-\d\d-\d\d)|(?<month>\d{4}-\d\d(?![\d.]))|(?<number>\d+(?:\.\d+)?)|` +
    String.raw`(?<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|'(?<member>[^'\n]*)'|(?<sign><=|>=|!=|[-<>=+*/()[\],%])`,
  'y',
);

function cut(text: string): Token[] {
  const tokens: Token[] = [];
  for (let begin = 0; begin < text.length; begin = shapes.lastIndex) {
    shapes.lastIndex = begin;
    const groups = shapes.exec(text)?.groups;
    if (!groups) throw new Error(`no formula uses this: ${text.slice(begin, begin + 10)}`);
    const [kind, value] = Object.entries(groups).find(([, part]) => part !== undefined)!;
    if (kind !== 'blank') tokens.push({ kind, text: value!, begin, end: shapes.lastIndex });
  }
  return [...tokens, { kind: 'end', text: '', begin: text.length, end: text.length }];
}
const strengths = [[], ['or'], ['and'], ['not'], ['=', '!=', '<', '<=', '>', '>=', 'in'], ['+', '-'], ['*', '/']];
const [ofNot, ofComparison, ofProduct] = [3, 4, 6];
const keywords = new Set(['let', 'if', 'then', 'else', 'and', 'or', 'not', 'in']);
class Parser {
  private place = 0;

  constructor(private readonly tokens: Token[], private readonly units: ReadonlySet<string>) {}

  whole(): Formula {
    const formula = this.expression();
    if (this.next.kind !== 'end') throw new Error(`this does not fit here: ${this.next.text}`);
    return formula;
  }

  private get next(): Token { return this.tokens[this.place]!; }
  private is(text: string): boolean {
    return this.next.text === text && (this.next.kind === 'sign' || this.next.kind === 'name');
  }
  private accept(text: string): boolean { return this.is(text) && ++this.place > 0; }
  private expect(text: string): void {
    if (!this.accept(text)) throw new Error(`'${text}' is missing before '${this.next.text}'`);
  }

  private expression(): Formula {
    if (this.accept('let')) {
      const name = this.tokens[this.place++]!.text;
      this.expect('=');
      return { kind: 'let', name, value: this.expression(), body: this.expression() };
    }
    if (!this.accept('if')) return this.operators(1);
    const [condition, then] = [this.until('then'), this.until('else')];
    return { kind: 'if', condition, then, otherwise: this.expression() };
  }

  private until(end: string): Formula {
    const formula = this.expression();
    this.expect(end);
    return formula;
  }

  private operators(weakest: number): Formula {
    let left = this.prefix(weakest);
    for (let compared = false; ; ) {
      const sign = this.next.text;
      const strength = this.is(sign) && sign !== 'not' ? strengths.findIndex((signs) => signs.includes(sign)) : -1;
      if (strength < weakest) return left;
      if (strength === ofComparison && compared) throw new Error('two comparisons in a row');
      compared ||= strength === ofComparison;
      ++this.place;
      if (sign === 'in') this.expect('(');
      left =
        sign === 'in'
          ? { kind: 'in', value: left, members: this.list(')') }
          : { kind: 'binary', sign, left, right: this.operators(strength + 1) };
    }
  }

  private prefix(weakest: number): Formula {
    if (weakest <= ofNot && this.accept('not')) return { kind: 'not', of: this.operators(ofNot) };
    if (this.accept('-')) return { kind: 'negate', of: this.prefix(ofProduct) };
    if (this.accept('(')) return this.until(')');
    const { kind, text, end } = this.tokens[this.place++]!;
    if (kind === 'number') return { kind, value: this.inUnit(Fraction.parse(text)) };
    if (kind === 'month' || kind === 'date' || kind === 'member') return { kind, text };
    if (kind !== 'name' || keywords.has(text)) throw new Error(`a value is missing before '${text}'`);
    if (this.next.begin === end && this.accept('(')) return { kind: 'call', name: text, with: this.list(')') };
    if (this.accept('[')) return { kind: 'lookup', name: text, with: this.list(']') };
    return { kind, text };
  }

  /** Per cent are hundredths; every other unit says what the number is, and nothing of how much. */
  private inUnit(value: Fraction): Fraction {
    if (this.accept('%')) return value.over(Fraction.of(100));
    const isUnit = (ahead: number): boolean => {
      const [token, after] = [this.tokens[this.place + ahead]!, this.tokens[this.place + ahead + 1]];
      return this.units.has(token.text) && !(after?.text === '(' && after.begin === token.end);
    };
    if (isUnit(0)) for (++this.place; (this.is('*') || this.is('/')) && isUnit(1); ) this.place += 2;
    return value;
  }

  private list(close: string): Formula[] {
    const members: Formula[] = [];
    if (this.accept(close)) return members;
    do members.push(this.expression());
    while (this.accept(','));
    this.expect(close);
    return members;
  }
}

export const parseFormula = (text: string, units: ReadonlySet<string>): Formula => 
  new Parser(cut(text), units).whole();
