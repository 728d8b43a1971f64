// Which file of the built page a module goes into when several parts need it, and what the files are called: scripts/sizes.mjs
// tells by the name what belongs to the first visit.

interface ModuleInfo {
  importers: readonly string[];
  dynamicImporters: readonly string[];
}

interface Context {
  getModuleInfo(id: string): ModuleInfo | null;
}

const page = /[\\/]src[\\/]main\.tsx$/;
const answer = /[\\/]src[\\/]client[\\/]answer[\\/]AnswerPage\.tsx$/;
const otherRooms = /[\\/]src[\\/](coach|record|session)[\\/]/;

/** Whether one of the modules leads to it, on the way up through whoever imports it. */
function isReached(id: string, from: RegExp, importers: (id: string) => readonly string[]): boolean {
  const seen = new Set<string>([id]);
  for (const one of seen) {
    if (from.test(one)) return true;
    for (const importer of importers(one)) seen.add(importer);
  }
  return false;
}

type Group = 'page' | 'answer' | 'later' | 'rooms';

/** The part of the page that needs a module first. */
function groupOf(id: string, context: Context): Group {
  const plainly = (one: string) => context.getModuleInfo(one)?.importers ?? [];
  if (isReached(id, page, plainly)) return 'page';
  if (isReached(id, answer, plainly)) return 'answer';
  const anyhow = (one: string) =>
    otherRooms.test(one) ? [] : [...plainly(one), ...(context.getModuleInfo(one)?.dynamicImporters ?? [])];
  return isReached(id, page, anyhow) ? 'later' : 'rooms';
}

// A group takes along whatever its modules stand on, so that what is needed first must have its own before.
const group = (name: Group, priority: number, minShareCount: number) => ({
  name: (id: string, context: Context) => (groupOf(id, context) === name ? name : null),
  debugName: name,
  priority,
  minShareCount,
});

export const chunkGroups = [group('page', 4, 1), group('answer', 3, 1), group('later', 2, 2), group('rooms', 1, 2)];

export function chunkName({ moduleIds }: { moduleIds: readonly string[] }): string {
  return moduleIds.some((id) => otherRooms.test(id)) ? 'assets/rooms-[name]-[hash].js' : 'assets/[name]-[hash].js';
}
