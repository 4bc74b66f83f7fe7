/** What the bundler knows of the modules, as far as it is asked. */
export interface Graph {
  getModuleInfo: (id: string) => { importers: readonly string[] } | null
}

/** The ritual hands everything out in one place; who imports that needs not all of it. */
const BARREL = /\/packages\/ritual\/src\/index\.ts$/

/** Whether one of these modules imports another one at once, by however many steps. */
export function isImportedBy(graph: Graph, id: string, wanted: RegExp, seen = new Set<string>()): boolean {
  if (wanted.test(id)) return true
  if (seen.has(id) || BARREL.test(id)) return false
  seen.add(id)
  return graph.getModuleInfo(id)?.importers.some((importer) => isImportedBy(graph, importer, wanted, seen)) ?? false
}
