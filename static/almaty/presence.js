/**
 * <who-else> says every ten seconds that the form is open, and shows who else has it open and whether
 * the page was changed since. In a tab that nobody looks at it is silent after five minutes.
 */
const desk = document.getElementById("sign-in-again")
const { send } = desk ? await import(desk.dataset.ask) : {}
const HIDDEN_FOR = 5 * 60 * 1000

class WhoElse extends HTMLElement {
  connectedCallback() {
    this.state = this.querySelector("[role=status]")
    this.hiddenAt = document.hidden ? Date.now() : null
    document.addEventListener("visibilitychange", this)
    this.timer = setInterval(() => this.ask(), this.dataset.seconds * 1000)
  }

  disconnectedCallback() {
    clearInterval(this.timer)
    document.removeEventListener("visibilitychange", this)
  }

  handleEvent() {
    this.hiddenAt = document.hidden ? Date.now() : null
    if (!document.hidden) this.ask()
  }

  async ask() {
    if (this.hiddenAt && Date.now() - this.hiddenAt > HIDDEN_FOR) return
    const { version } = document.querySelector("form:has([name=version])").elements
    const { words, reason } = await send(this.dataset.url, { version: Number(version.value) })
    // Without an answer what was known stays, and the form itself says what is kept where.
    if (words === undefined || reason === "csrf") return
    if (this.state.textContent !== words) this.state.textContent = words
  }
}

customElements.define("who-else", WhoElse)
