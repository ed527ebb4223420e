/*
 * Answers the theme's search box: the index and the ranking are MiniSearch's, the words of each language come from words.js.
 *
 * Messages, as the theme sends and expects them: READY, QUERY (a string), RESULT ({items: [[{location, title, text, score, terms}]]}).
 */
const READY = 1, QUERY = 2, RESULT = 3
const ID = /^(\d{1,2})[.\-](\d{1,2})$/
const TEASER = 140

let loading, latest = 0

/** Fetch the pages of this language and make the index; once. */
const load = () => loading ??= (async () => {
  const [{ default: MiniSearch }, words, response] = await Promise.all([
    import("./vendor/minisearch.js"), import("./words.js"), fetch("../../search/pages.json")
  ])
  if (!response.ok) throw new Error(`search data: ${response.status}`)
  const pages = grouped((await response.json()).docs, words.normal)
  const index = new MiniSearch({
    fields: ["title", "text"], storeFields: [], tokenize: words.words, processTerm: term => term
  })
  index.addAll(pages)
  return { index, words, pages }
})().catch(error => { loading = undefined; throw error })

/** Join the sections of each page, so that a page is found by all its words and shown once; its teaser comes from below the headline. */
const grouped = (sections, normal) => {
  const pages = new Map()
  for (const { location, title, text } of sections) {
    const [address, part] = location.split("#")
    const words = plain(text)
    const page = pages.get(address)
    if (!page) pages.set(address, { id: pages.size, location: address, title: unescaped(title), text: words, body: part ? words : "" })
    else Object.assign(page, { text: `${page.text} ${unescaped(title)} ${words}`, body: `${page.body} ${words}`.trim() })
  }
  return [...pages.values()].map(page => ({ ...page, body: page.body || page.text, key: normal(`${page.title} ${page.text}`) }))
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: "\"", "#39": "'", "#x27": "'", "#34": "\"" }
const unescaped = html => html.replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole)
const plain = html => unescaped(html.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim()
const escaped = text => text.replace(/[&<>"]/g, character => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" })[character])

/** What MiniSearch is asked for one run of the query. */
const condition = ({ text, cjk }, { pairs, stem }) => {
  if (cjk && [...text].length === 1) return { queries: [text], prefix: true }
  if (cjk) return { combineWith: "AND", queries: pairs(text), prefix: false }
  return {
    combineWith: "OR",
    queries: [{ queries: [text], prefix: true }, ...(/^[a-z]+$/.test(text) ? [{ queries: [stem(text)], prefix: false, boost: { text: .8 } }] : [])]
  }
}

/** Find the pages that hold every run of `query`. */
const search = (query, { index, words, pages }) => {
  const asked = words.runs(words.normal(query))
  if (!asked.length) return []
  const whole = words.normal(query).trim()
  const solid = asked.filter(run => run.cjk).map(run => run.text)
  const found = index.search({ combineWith: "AND", queries: asked.map(run => condition(run, words)) }, {
    tokenize: text => [text], processTerm: term => term, boost: { title: 4 },
    // Pairs can stand apart from each other; the run itself must stand in the page.
    filter: ({ id }) => solid.every(run => pages[id].key.includes(run)),
    boostDocument: id => weight(pages[id], whole, words)
  })
  const id = ID.exec(whole)
  const first = id && `initiatives/${+id[1]}.${+id[2]}/`
  return found.map(({ id: at, score }) => ({ page: pages[at], score })).sort((a, b) => (b.page.location === first) - (a.page.location === first) || b.score - a.score)
}

/** A page whose title is or begins with the query comes before those that only speak of it; lists come last. */
const weight = ({ title, location }, whole, { normal }) => {
  const name = normal(title)
  const list = /^(terms\/|initiatives\/|agendas\/|)$/.test(location) ? .3 : 1
  if (name === whole || name.startsWith(`${whole} (`) || name.endsWith(`(${whole})`)) return 6 * list
  return (name.includes(whole) ? 2 : 1) * list
}

/** The part of the page's text around the first find, with the finds marked. */
const teaser = (text, asked) => {
  const places = asked.map(run => text.toLowerCase().normalize("NFKC").indexOf(run)).filter(at => at >= 0)
  const middle = places.length ? Math.min(...places) : 0
  const start = middle < TEASER / 2 ? 0 : middle - TEASER / 3
  const cut = text.slice(start, start + TEASER)
  return `${start ? "… " : ""}${marked(cut, asked)}${start + TEASER < text.length ? " …" : ""}`
}

const marked = (text, asked) => {
  const pattern = asked.map(run => run.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")
  return pattern ? text.split(new RegExp(`(${pattern})`, "iu")).map((part, at) => at % 2 ? `<mark>${escaped(part)}</mark>` : escaped(part)).join("") : escaped(text)
}

const item = ({ page, score }, asked) => [
  { location: page.location, title: marked(page.title, asked), text: teaser(page.body, asked), score, terms: {} }
]

const answer = async query => {
  const turn = ++latest
  if (!query.trim()) return postMessage({ type: RESULT, data: { items: [] } })
  const ready = await load()
  if (turn !== latest) return
  const asked = ready.words.runs(ready.words.normal(query)).map(run => run.text)
  const found = search(query, ready)
  postMessage({ type: RESULT, data: { items: found.map(one => item(one, asked)) } })
}

const settings = new URLSearchParams(self.location.hash.slice(1))

/** What the box shows when the data cannot be had: a sentence that leads to the home page. */
const failure = () => ({ items: [[{ location: "", title: escaped(settings.get("failed")), text: "", score: 1, terms: {} }]] })

new BroadcastChannel(settings.get("channel")).onmessage = () => { load().catch(() => {}) }

self.onmessage = ({ data: { type, data } }) => {
  if (type === QUERY) answer(data).catch(error => { console.error(error); postMessage({ type: RESULT, data: failure() }) })
}

postMessage({ type: READY })
