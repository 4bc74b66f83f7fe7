export type Glossary = Readonly<Record<string, string>>
export type Run = { readonly text: string; readonly long?: string | undefined }

/** Cuts a text at the first whole-word appearance of each entry of the glossary; later ones stay plain. */
export function splitAcronyms(text: string, glossary: Glossary): Run[] {
  const runs: Run[] = []
  const seen = new Set<string>()
  let plain = ''
  for (const word of text.split(/([\p{L}\p{N}]+)/u)) {
    const long = seen.has(word) || !Object.hasOwn(glossary, word) ? undefined : glossary[word]
    if (long === undefined) {
      plain += word
      continue
    }
    seen.add(word)
    if (plain) runs.push({ text: plain })
    runs.push({ text: word, long })
    plain = ''
  }
  if (plain) runs.push({ text: plain })
  return runs
}
