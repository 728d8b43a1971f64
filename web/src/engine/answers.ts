// What the engine answers, as docs/json.md describes it: the package's own types.
export { isRefused } from 'ansiopolku/answers';
export type {
  Assumption,
  CaseProblem,
  Citation,
  Diagnostic,
  Edge,
  EdgeCause,
  EdgeCurve,
  Edges,
  ExplainedFigure,
  ExplainedParameter,
  Explanation,
  Notice,
  Refused,
  Results,
  Solution,
  Sweep,
  Task,
  Value,
  Variable,
  Variables,
} from 'ansiopolku/answers';
