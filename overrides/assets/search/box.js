/*
 * Puts our search behind the theme's search box, and remembers a chosen language. Runs before the theme's own script.
 *
 * The theme would fetch the whole index on every page, if it finds a form called "search". Here the form has no name while the theme
 * starts, the worker in the theme's settings is ours, and it fetches the pages when the box is first opened.
 */
(() => {
  const script = document.currentScript

  // The theme would ask every address in <link rel="alternate"> for a site map on every page; it does not see them while it starts.
  const alternates = [...document.head.querySelectorAll("link[rel=alternate]")]
  for (const link of alternates) link.rel = "alternate-later"
  addEventListener("load", () => { for (const link of alternates) link.rel = "alternate" })

  // A reader who chooses a language keeps it on the pages without one: / and /id/.
  for (const link of document.querySelectorAll("a[hreflang]"))
    link.addEventListener("click", () => {
      try { localStorage.setItem("plan.language", link.hreflang) } catch { /* storage is switched off: nothing to remember */ }
    })

  const settings = document.getElementById("__config")
  const input = document.querySelector("[data-md-component=search-query]")
  const toggle = document.getElementById("__search")
  if (!settings || !input || !toggle) return

  const channel = `search-${Math.random().toString(36).slice(2)}`
  input.form.removeAttribute("name")
  const values = JSON.parse(settings.textContent)
  values.search = `${new URL(script.dataset.worker, location.href)}#${new URLSearchParams({ channel, failed: script.dataset.failed })}`
  settings.textContent = JSON.stringify(values)

  // The theme keeps its worker to itself, so the news that the box was opened goes by a channel only this page knows.
  const open = () => {
    new BroadcastChannel(channel).postMessage("open")
    toggle.removeEventListener("change", open)
    input.removeEventListener("focus", open)
  }
  toggle.addEventListener("change", open)
  input.addEventListener("focus", open)

  // The theme listens to keys alone: text that is pasted, dictated or composed by an input method must be searched too.
  input.addEventListener("input", () => input.dispatchEvent(new KeyboardEvent("keyup", { key: "Unidentified" })))

  // The dialog has no name for those who cannot see it.
  document.querySelector("[data-md-component=search]").setAttribute("aria-label", input.getAttribute("aria-label"))
})()
