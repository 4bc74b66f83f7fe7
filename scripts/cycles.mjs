/**
 * Groups of nodes that reach one another (Tarjan's strongly connected components of more than one node, or a node that names
 * itself). Walks without recursion: a long chain of imports must not exhaust the stack.
 *
 * @param {Map<string, string[]>} edges
 * @returns {string[][]}
 */
export function findCycles(edges) {
  /** @type {Map<string, { order: number, low: number, open: boolean }>} */
  const seen = new Map()
  /** @type {string[]} */
  const open = []
  /** @type {string[][]} */
  const cycles = []

  /** @param {string} node */
  const enter = (node) => {
    const mark = { order: seen.size, low: seen.size, open: true }
    seen.set(node, mark)
    open.push(node)
    return { node, mark, rest: [...(edges.get(node) ?? [])] }
  }

  for (const start of edges.keys()) {
    if (seen.has(start)) continue
    const path = [enter(start)]
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const next = step.rest.pop()
      if (next !== undefined) {
        const known = seen.get(next)
        if (!known) path.push(enter(next))
        else if (known.open) step.mark.low = Math.min(step.mark.low, known.order)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent) parent.mark.low = Math.min(parent.mark.low, step.mark.low)
      if (step.mark.low !== step.mark.order) continue
      const group = open.splice(open.indexOf(step.node))
      for (const node of group) seen.set(node, { ...step.mark, open: false })
      if (group.length > 1 || edges.get(step.node)?.includes(step.node)) cycles.push(group)
    }
  }
  return cycles
}
