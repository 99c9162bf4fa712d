/**
 * <filter-form> around a GET form and its results: a changed box, a chip or a page number fetches
 * the same address the form would open and takes over every part marked `data-swap`. Without it,
 * or when anything fails, the browser opens that address as usual.
 */
class FilterForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form")
    this.shown = location.pathname + location.search
    this.form.addEventListener("change", () => this.show(this.address()))
    this.form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.show(this.address())
    })
    this.addEventListener("click", (event) => this.follow(event))
    addEventListener("popstate", () => {
      const address = location.pathname + location.search
      if (address !== this.shown) this.show(new URL(location.href), { isBack: true })
    })
  }

  /** The address of the form as it stands, without empty parameters. */
  address() {
    const url = new URL(this.form.action, location.href)
    const query = new URLSearchParams()
    for (const [name, value] of new FormData(this.form)) {
      if (value.trim()) query.append(name, value.trim())
    }
    url.search = query
    return url
  }

  follow(event) {
    const link = event.target.closest("a[data-in-place]")
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!link || !isPlain) return
    event.preventDefault()
    this.show(new URL(link.href), { isLink: true })
  }

  async show(url, { isBack = false, isLink = false } = {}) {
    this.request?.abort()
    const request = new AbortController()
    this.request = request
    const results = this.querySelector("[data-results]")
    results.setAttribute("aria-busy", "true")
    try {
      const response = await fetch(url, { signal: request.signal, headers: { Accept: "text/html" } })
      if (!response.ok) throw new Error(response.statusText)
      const page = new DOMParser().parseFromString(await response.text(), "text/html")
      if (request.signal.aborted) return
      if (!page.querySelector("[data-results]")) throw new Error("no results in the answer")
      this.takeOver(page, isBack || isLink)
      const address = url.pathname + url.search
      if (!isBack && address !== this.shown) history.pushState(null, "", url)
      this.shown = address
      results.removeAttribute("aria-busy")
      if (isLink) document.getElementById("heading").focus({ preventScroll: true })
      if (isLink) document.getElementById("heading").scrollIntoView({ block: "nearest" })
    } catch {
      if (request.signal.aborted) return // a later change has taken over
      location.assign(url)
    }
  }

  takeOver(page, isElsewhere) {
    const focused = this.contains(document.activeElement) ? document.activeElement : null
    document.title = page.title
    for (const part of document.querySelectorAll("[data-swap]")) {
      const fresh = page.getElementById(part.id)
      if (fresh) part.replaceChildren(...document.adoptNode(fresh).childNodes)
    }
    const status = document.getElementById("status")
    const said = page.getElementById("status")
    status.className = said.className
    status.textContent = said.textContent
    if (isElsewhere) {
      const words = page.querySelector("input[name=q]")
      if (words) this.form.elements.q.value = words.value
    }
    if (focused && !focused.isConnected && focused.name) this.refocus(focused)
  }

  /** The changed box was replaced with its group: its successor has the same name and value. */
  refocus({ name, value }) {
    const boxes = [...this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
    const successor = boxes.find((box) => box.value === value) ?? boxes[0]
    successor?.focus({ preventScroll: true })
  }
}
customElements.define("filter-form", FilterForm)
