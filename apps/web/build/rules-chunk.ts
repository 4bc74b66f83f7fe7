import { isImportedBy, type Graph } from './graph.ts'

const RITUAL = /\/packages\/ritual\/src\//
const JUDGE = /\/packages\/ritual\/src\/(?:acts|judge)\.ts$/
/** What is read of the ritual where its rules are not: names, shapes, where the board lies in the document, what is chosen when a meeting is made. */
const SHAPES =
  /\/(?:wire|ids|roots|board|board-shapes|board-document|template|days|roles\/ids|[a-z]+\/entities|people\/writes-for|permissions\/(?:matrix|circle-size)|meeting\/(?:ritual-template|own-prompt|planned-steps|step-minutes)|labels\/.+)\.ts$/

/**
 * The rules in one file: every page that reads a few of them would otherwise cut them into smaller ones, thirty of them by now, which all who come to a meeting
 * fetch one by one.
 */
export const rulesChunk = {
  name: (id: string, graph: Graph): string | null =>
    RITUAL.test(id) && !SHAPES.test(id) && isImportedBy(graph, id, JUDGE) ? 'rules' : null,
}
