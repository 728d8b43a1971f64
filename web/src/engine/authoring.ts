// Another law: an overlay laid over the rules of this page, and an engine that answers by it. Fetched when it is asked for.
import { startEngine, type RuleImage } from 'ansiopolku';
import { loadAuthoring } from 'ansiopolku/authoring';
import type { CaseFile } from '../case/case';
import { isRefused, type Diagnostic, type Language, type Refused, type Results } from './answers';

export interface OtherLaw {
  figures(file: CaseFile, language: Language, get: readonly string[]): Promise<Refused<Results>>;
  close(): void;
}

export async function lawWith(overlay: { path: string; text: string }): Promise<OtherLaw | { problems: Diagnostic[] }> {
  const authoring = await loadAuthoring();
  try {
    const { answer, image } = await authoring.applyOverlay(overlay);
    if (image === undefined) return { problems: isRefused(answer) ? answer.diagnostics : [] };
    return engineOf(image);
  } finally {
    authoring.close();
  }
}

function engineOf(image: RuleImage): OtherLaw {
  const engine = startEngine(image);
  return {
    figures: (file, language, get) => engine.figures(file, language, 'other law', get),
    close: () => engine.close(),
  };
}
