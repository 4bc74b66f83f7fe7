/** What every page is given: the parts of its address, as typed. Whoever owns the page parses them, once. */
export type PageProps = { readonly params: Readonly<Record<string, string | undefined>> }
