/*
 * Answers the theme's search box: the index and the ranking are MiniSearch's, the words of each language come from words.js.
 *
 * Messages, as the theme sends and expects them: READY, QUERY (a string), RESULT ({items: [[{location, title, text, score, terms}]]}).
 */
const READY = 1, QUERY = 2, RESULT = 3
const INITIATIVE = /^(\d{1,2})[.\-](\d{1,2})$/
const ACTION = /^(p|[ivx]{1,4})[.\-](\d{1,2})(?:[.\-](\d{1,2}))?$/
const TEASER = 140

let loading, latest = 0

/** Fetch the pages of this language and make the index; once. */
const load = () => loading ??= (async () => {
  const [{ default: MiniSearch }, words, response] = await Promise.all([
    import("./vendor/minisearch.js"), import("./words.js"), fetch("../../search/pages.json")
  ])
  if (!response.ok) throw new Error(`search data: ${response.status}`)
  const pages = joined(await response.json(), words.normal)
  const index = new MiniSearch({
    fields: ["title", "text"], storeFields: [], tokenize: words.words, processTerm: term => term
  })
  index.addAll(pages)
  return { index, words, pages }
})().catch(error => { loading = undefined; throw error })

/** Put each page together: numbers of passages, told by their distance from the one before (scripts/search.py); the teaser comes from below the headline. */
const joined = ({ passages, pages }, normal) => pages.map(([location, above, ...steps], id) => {
  let at = 0
  const [title, ...texts] = steps.map(step => passages[at += step])
  const body = texts.slice(above).join(" "), text = texts.join(" ")
  return { id, location, title, text, body: body || text, key: normal(`${title} ${text}`) }
})

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

/** Find the pages that hold every run of `query`; the page of an id that was typed comes first. */
const search = (query, { index, words, pages }) => {
  const typed = words.normal(query).trim(), item = named(typed), whole = item?.id ?? typed
  const asked = words.runs(whole)
  if (!asked.length) return []
  const solid = words.solid(whole)
  const found = index.search({ combineWith: "AND", queries: asked.map(run => condition(run, words)) }, {
    tokenize: text => [text], processTerm: term => term, boost: { title: 4 },
    // Pairs can stand apart from each other; what was typed itself must stand in the page.
    filter: ({ id }) => solid.every(run => pages[id].key.includes(run)),
    boostDocument: id => weight(pages[id], whole, words)
  })
  const first = page => page.location === item?.location
  return found.map(({ id, score }) => ({ page: pages[id], score })).sort((a, b) => first(b.page) - first(a.page) || b.score - a.score)
}

/** The item whose id was typed, with dots or hyphens: its id in small letters, and where its page is. */
const named = typed => {
  const initiative = INITIATIVE.exec(typed), action = ACTION.exec(typed)
  if (!initiative && !action) return undefined
  const id = (initiative ?? action).slice(1).filter(Boolean).map(part => /\d/.test(part) ? +part : part).join(".")
  return { id, location: `${initiative ? "initiatives" : "actions"}/${id.toUpperCase()}/` }
}

/** A page whose title is or begins with the query comes before those that only speak of it; lists come last. */
const weight = ({ title, location }, whole, { normal }) => {
  const name = normal(title)
  const list = /^(terms\/|initiatives\/|actions\/|agendas\/|plan\/|background\/|figures\/|offices\/|editions\/|status\/|)$/.test(location) ? .3 : 1
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
