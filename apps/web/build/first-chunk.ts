import { isImportedBy, type Graph } from './graph.ts'

/** The screens that every visit to a meeting comes to: what they import at once, all who come fetch. */
const MEETING = /\/apps\/web\/src\/(?:meeting-page|room-screen)\.tsx$/
/** Pages outside of any room, which need no room for a button. */
const OUTSIDE = /\/apps\/web\/src\/(?:home-page|lobby\/home|registers\/inbox-page|minutes\/reading-page)\.tsx$/
const MAIN = /\/apps\/web\/src\/main\.tsx$/
/** Of that, what is small: our own modules and their icons. Libraries and the ritual stay apart. */
const SMALL = /\/apps\/web\/src\/(?!i18n\/catalogue\/)|\/lucide-react\//

/**
 * One chunk for the small modules of a meeting’s first screens, and one for those that the pages outside share with them: as fifty files, their headers and names
 * weigh half of what they say. What `main` imports at once is there already.
 */
export const firstChunk = {
  name: (id: string, graph: Graph): string | null => {
    if (!SMALL.test(id) || !isImportedBy(graph, id, MEETING) || isImportedBy(graph, id, MAIN)) return null
    return isImportedBy(graph, id, OUTSIDE) ? 'parts' : 'first'
  },
}
