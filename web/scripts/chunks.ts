// Which file of the built page a module goes into when several parts need it, and what the files are called: scripts/sizes.mjs
// tells by the name what belongs to the first visit.

interface ModuleInfo {
  importers: readonly string[];
  dynamicImporters: readonly string[];
}

interface Context {
  getModuleInfo(id: string): ModuleInfo | null;
}

/** The page itself and the answer, fetched while the first questions are read. */
const firstVisit = /[\\/]src[\\/](main\.tsx|client[\\/]answer[\\/]AnswerPage\.tsx)$/;
const otherRooms = /[\\/]src[\\/](coach|record|session)[\\/]/;

/** Whether one of the modules leads to it, on the way up through whoever imports it. */
function isReached(id: string, from: (id: string) => boolean, importers: (id: string) => readonly string[]): boolean {
  const seen = new Set<string>([id]);
  for (const one of seen) {
    if (from(one)) return true;
    for (const importer of importers(one)) seen.add(importer);
  }
  return false;
}

export function whenNeeded(id: string, context: Context): string {
  const plainly = (one: string) => context.getModuleInfo(one)?.importers ?? [];
  if (isReached(id, (one) => firstVisit.test(one), plainly)) return 'shared';
  const anyhow = (one: string) =>
    otherRooms.test(one) ? [] : [...plainly(one), ...(context.getModuleInfo(one)?.dynamicImporters ?? [])];
  return isReached(id, (one) => firstVisit.test(one), anyhow) ? 'later' : 'rooms';
}

export function chunkName({ moduleIds }: { moduleIds: readonly string[] }): string {
  return moduleIds.some((id) => otherRooms.test(id)) ? 'assets/rooms-[name]-[hash].js' : 'assets/[name]-[hash].js';
}
