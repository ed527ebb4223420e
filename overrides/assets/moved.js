// Leads on from an old address, or from an old fragment of a page, as the link there does. `?stay` stays, and a reader who goes back is not sent on again.
(() => {
  if (new URLSearchParams(location.search).has("stay")) return
  const lead = () => {
    const at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const trace = at && at.closest(".plan-moved") && at.querySelector("a")
    const onward = document.querySelector(".plan-onward a")
    if (trace) location.replace(trace.href)
    else if (onward) location.replace(onward.href + (onward.href.includes("#") ? "" : location.hash))
  }
  addEventListener("hashchange", lead)
  lead()
})()
