// Rules checked and compiled in Node: authoring.ts, in the calling thread.
import { authoringOver, AuthoringServer, type Authoring } from './authoring_server.js';
import { readBeside } from './node_files.js';

export type { RuleFile } from './authoring_module.js';
export type { Authoring, Checked } from './authoring_server.js';
export type { RuleImage } from './image.js';

export function loadAuthoring(): Promise<Authoring> {
  const server = new AuthoringServer(readBeside);
  return authoringOver({ ask: (asked) => server.answer(asked), close: () => undefined });
}
