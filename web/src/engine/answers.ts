// What the engine answers, as docs/json.md describes it: the package's own types.
export { isRefused } from 'ansiopolku/answers';
export type {
  Assumption,
  Citation,
  Diagnostic,
  ExplainedFigure,
  ExplainedParameter,
  Explanation,
  Notice,
  Refused,
  Results,
  Sweep,
  Value,
  Variable,
  Variables,
} from 'ansiopolku/answers';
