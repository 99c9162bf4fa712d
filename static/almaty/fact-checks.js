/**
 * <fact-checks>: its buttons are answered without leaving the form above, so that what stands typed
 * there stays. <copy-text>: a button that copies the address in its box.
 */
const LONGEST_ANSWER = 20000

class FactChecks extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", this)
  }

  async handleEvent(event) {
    event.preventDefault()
    const { target, submitter } = event
    const body = new FormData(target, submitter)
    body.set("back", "links")
    submitter.disabled = true
    const answer = await fetch(target.action, { method: "POST", body, signal: AbortSignal.timeout(LONGEST_ANSWER) }).catch(() => null)
    const html = answer?.ok ? await answer.text().catch(() => "") : ""
    const page = new DOMParser().parseFromString(html, "text/html")
    const now = page.querySelector("fact-checks")
    const status = this.querySelector("[role=status]")
    if (!now) {
      submitter.disabled = false
      status.textContent = this.dataset.failed
      return
    }
    this.querySelector("ul").replaceWith(now.querySelector("ul"))
    this.querySelector("h2").replaceWith(now.querySelector("h2"))
    status.textContent = page.querySelector(".messagelist li:last-child")?.textContent.trim() ?? ""
    status.tabIndex = -1
    status.focus()
  }
}

class CopyText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button")
    const box = this.querySelector("input")
    button.hidden = !navigator.clipboard
    button.addEventListener("click", async () => {
      box.select()
      await navigator.clipboard.writeText(box.value)
      this.querySelector("[role=status]").textContent = this.dataset.copied
    })
  }
}

if (!customElements.get("fact-checks")) {
  customElements.define("fact-checks", FactChecks)
  customElements.define("copy-text", CopyText)
}
