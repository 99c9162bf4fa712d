/**
 * <page-preview> shows what is typed in a form as the public page, and again a second after typing.
 *
 * It asks as the buttons in it do, which work without it: the whole form, with `_preview`. The answer
 * is written into a frame of its own, which takes the place of the one before when it is ready: so
 * nothing flickers, no focus moves and the history does not grow. Words are in its data- attributes.
 */
const PAUSE = 1000
const LONGEST_LOADING = 4000
const LONGEST_ANSWER = 20000
const KEPT = "almaty preview"

const kept = () => {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {}
  } catch {
    return {} // storage is forbidden, or somebody else wrote there
  }
}

const keep = (state) => {
  try {
    localStorage.setItem(KEPT, JSON.stringify(state))
  } catch {
    // the pane is then as it is by default the next time
  }
}

class PagePreview extends HTMLElement {
  connectedCallback() {
    this.form = document.getElementById(this.dataset.form)
    this.toggle = document.querySelector(".desk-preview-toggle button")
    this.stage = this.querySelector(".desk-preview__stage")
    this.status = this.querySelector("[role=status]")
    this.widths = this.querySelector(".desk-preview__widths")
    this.languages = this.querySelectorAll("[formtarget=preview]")
    this.tab = this.querySelector("[formtarget=_blank]")
    this.isAsking = this.isStale = this.hasShown = false
    const { isOpen = false, width = 375 } = kept()
    this.toggle.parentElement.hidden = this.widths.hidden = false
    this.toggle.addEventListener("click", () => this.open(!this.isOpen))
    this.addEventListener("click", this)
    for (const name of ["input", "change"]) this.form.addEventListener(name, this)
    for (const name of ["formset:added", "formset:removed"]) document.addEventListener(name, this)
    // The boxes for relations tell of a choice in jQuery's way only.
    globalThis.django?.jQuery?.(this.form).on("change", () => this.refreshSoon())
    new ResizeObserver(() => this.fit()).observe(this.stage)
    this.speak(this.dataset.language)
    this.resize(width === 1280 ? 1280 : 375)
    this.open(isOpen)
  }

  handleEvent(event) {
    if (event.type !== "click") return this.refreshSoon()
    const button = event.target.closest("button")
    if (this.widths.contains(button)) this.resize(Number(button.value))
    else if ([...this.languages].includes(button)) {
      event.preventDefault()
      this.speak(button.value)
      if (this.isOpen) this.refresh()
      else this.open(true)
    }
  }

  open(isOpen) {
    const isAsked = this.isOpen !== undefined
    this.isOpen = isOpen
    this.toggle.ariaExpanded = isOpen
    this.querySelector("#desk-preview-body").hidden = !isOpen
    this.parentElement.classList.toggle("desk-split--open", isOpen)
    keep({ isOpen, width: this.width })
    this.fit()
    if (!isOpen) return
    this.refresh()
    if (isAsked && getComputedStyle(this.parentElement).display !== "grid") this.scrollIntoView()
  }

  speak(language) {
    this.language = this.tab.value = language
    for (const button of this.languages) button.ariaPressed = button.value === language
  }

  resize(width) {
    this.width = width
    for (const button of this.widths.children) button.ariaPressed = Number(button.value) === width
    if (this.isOpen !== undefined) keep({ isOpen: this.isOpen, width })
    this.fit()
  }

  /** The page is as wide as on the device, and drawn smaller where the pane is narrower. */
  fit() {
    const scale = Math.min(1, this.stage.clientWidth / this.width) || 1
    for (const frame of this.stage.children) {
      frame.style.inlineSize = `${this.width}px`
      frame.style.blockSize = `${this.stage.clientHeight / scale}px`
      frame.style.transform = `scale(${scale})`
    }
  }

  refreshSoon() {
    clearTimeout(this.timer)
    if (this.isOpen) this.timer = setTimeout(() => this.refresh(), PAUSE)
  }

  /** One request at a time; what was typed meanwhile is asked for when its answer is there. */
  async refresh() {
    clearTimeout(this.timer)
    this.isStale = this.isAsking
    if (this.isAsking) return
    this.isAsking = true
    if (!this.hasShown) this.tell(this.dataset.asking)
    try {
      await this.show(await this.ask())
      this.tell("")
    } catch (error) {
      this.tell(error.message)
    }
    this.isAsking = false
    if (this.isStale && this.isOpen) this.refresh()
  }

  async ask() {
    const body = new FormData(this.form)
    body.set("_preview", this.language)
    const address = this.form.getAttribute("action") ?? location.href
    const offline = () => { throw new Error(this.dataset.offline) }
    const answer = await fetch(address, { method: "POST", body, signal: AbortSignal.timeout(LONGEST_ANSWER) }).catch(offline)
    const outcome = answer.headers.get("X-Preview")
    if (answer.redirected || answer.status === 403) throw new Error(this.dataset.signedOut)
    if (!outcome) throw new Error(this.dataset.failed)
    const html = await answer.text().catch(offline)
    if (outcome === "refused") throw new Error(this.reasons(html))
    return html
  }

  reasons(html) {
    const said = new DOMParser().parseFromString(html, "text/html").querySelectorAll(".not-shown li")
    return `${this.dataset.refused} ${[...said].map((reason) => reason.textContent.trim()).join(" ")}`
  }

  async show(html) {
    const before = this.stage.querySelector("[name=preview]")
    const frame = before.cloneNode()
    frame.removeAttribute("name")
    frame.classList.add("desk-preview__next")
    this.stage.append(frame)
    this.fit()
    const page = frame.contentDocument
    page.open()
    const isLoaded = new Promise((resolve) => {
      frame.contentWindow.addEventListener("load", resolve, { once: true })
      setTimeout(resolve, LONGEST_LOADING)
    })
    page.write(html)
    page.close()
    await isLoaded
    // The public site cannot be framed, so that whatever leads there opens in a tab.
    page.addEventListener("click", ({ target }) => {
      const link = target.closest?.("a[href]:not([href^='#'])")
      if (link) link.target = "_blank"
    })
    page.addEventListener("submit", ({ target }) => { target.target = "_blank" })
    if (this.hasShown) frame.contentWindow.scrollTo(0, before.contentWindow.scrollY)
    before.remove()
    frame.name = "preview"
    frame.classList.remove("desk-preview__next")
    this.hasShown = true
  }

  tell(words) {
    if (this.status.textContent !== words) this.status.textContent = words
  }
}

customElements.define("page-preview", PagePreview)
