// Rules opened by the user, in a browser's worker of their own: checked, compiled, laid over this package's.
//
//   const authoring = await loadAuthoring();
//   const { answer, image } = await authoring.applyOverlay({ path: 'reform.yaml', text });
//   if (image) startEngine(image); else show(answer.diagnostics);
import { authoringOver, type Authoring, type AuthoringAsk, type AuthoringTold } from './authoring_server.js';
import { Correspondence } from './protocol.js';

export type { RuleFile } from './authoring_module.js';
export type { Authoring, Checked } from './authoring_server.js';
export type { RuleImage } from './image.js';

export function loadAuthoring(): Promise<Authoring> {
  const start = () => new Worker(new URL('./authoring_worker.js', import.meta.url), { type: 'module' });
  return authoringOver(new Correspondence<AuthoringAsk, AuthoringTold>(start));
}
