/**
 * Nothing that is typed into a form of the desk is lost.
 *
 * <keep-form> stands in the form. Once a second it looks whether something was typed; that is kept in
 * this browser at once, and by the site after a pause, ten seconds at most. Before the form is sent
 * it makes sure that its author is still signed in. Words and addresses are in data- attributes.
 */
const LOOK = 1000, PAUSE = 2000, LONGEST = 6000
const RETRY = 5000, LONGEST_RETRY = 60000

const desk = document.getElementById("sign-in-again")
const { send, session, inWords, NotSent } = desk ? await import(desk.dataset.ask) : {}
const { put, remove, newKey } = desk ? await import(desk.dataset.kept) : {}
const { boxesOf } = desk ? await import(desk.dataset.boxes) : {}

const signIn = async () => (await import(desk.dataset.module)).signInAgain()

const tabs = new BroadcastChannel("kept-forms") // in which left-here.js asks what is open

class KeepForm extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form")
    this.key = this.form.elements.kept.value
    this.state = this.querySelector("[role=status]")
    this.refusal = this.querySelector("[role=alert]") // why a save was not sent: no autosave talks over it
    this.seen = this.fields()
    this.isTouched = this.isNew = "unsaved" in this.dataset
    this.changedAt = this.firstAt = this.isNew ? Date.now() : 0
    this.typedAt = Number(this.dataset.typedAt) + 1
    this.failures = this.notBefore = this.signIns = 0
    for (const type of ["keydown", "input", "paste", "drop", "click"]) {
      this.form.addEventListener(type, (event) => { this.isTouched ||= event.isTrusted })
    }
    this.form.addEventListener("submit", this)
    document.addEventListener("visibilitychange", this)
    addEventListener("online", this)
    tabs.addEventListener("message", ({ data }) => { if (data.asked === this.key) tabs.postMessage({ open: this.key }) })
    globalThis.django?.jQuery?.(document).on("ajaxError", () => this.isItSilent())
    this.timer = setInterval(() => this.look(), LOOK)
  }

  handleEvent(event) {
    if (event.type === "submit" && !event.defaultPrevented && !this.isPassing) {
      event.preventDefault()
      this.save(event.submitter)
    }
    if (event.type === "online") this.notBefore = 0
    if (event.type === "visibilitychange" && document.hidden) this.look(true)
  }

  fields() {
    return [...new FormData(this.form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string")
  }

  row(more) {
    const version = Number(this.form.elements.version.value)
    const { url, user } = this.dataset
    const boxes = boxesOf(this.form) // to show it to a person where the site does not take it
    return { key: this.key, user, url, version, fields: this.seen, boxes, typed_at: this.typedAt, at: Date.now(), ...more }
  }

  /** Has something been typed? Until somebody touches the form, only scripts have changed it. */
  look(isLast = false) {
    const fields = this.fields()
    const isChanged = !isSame(fields, this.seen)
    this.seen = fields
    if (!this.isTouched || this.isOver) return
    const now = Date.now()
    if (isChanged) {
      this.changedAt = now
      this.typedAt = Math.max(this.typedAt + 1, now) // the site goes by this, and not by what arrives last
      if (!this.isNew) this.firstAt = now
      this.isNew = true
      this.isRefused = false
      this.keptHere = put(this.row()).then(() => true, () => false)
    }
    const isTime = isLast || now - this.changedAt >= PAUSE || now - this.firstAt >= LONGEST
    if (this.isNew && isTime && !this.isRefused && !this.isSaving && now >= this.notBefore) this.send()
  }

  /** One at a time: what is typed meanwhile goes with the next. */
  send() {
    this.sending ??= this.sendNow().finally(() => { this.sending = null })
    return this.sending
  }

  async sendNow() {
    const { key, version, fields, typed_at } = this.row()
    this.firstAt = Date.now()
    const answer = await send(this.dataset.url, { kept: key, version, fields, typed_at })
    if (answer.status === 200 && answer.is_saved && !isSame(fields, this.sent ?? [])) return this.beginAnew()
    if (answer.status === 200) {
      this.failures = 0
      if (this.seen === fields || isSame(this.seen, fields)) {
        this.isNew = false
        await remove(key).catch(() => {})
      }
      return this.say(answer.words ?? "")
    }
    this.failures += 1
    this.notBefore = Date.now() + Math.min(LONGEST_RETRY, RETRY * 2 ** (this.failures - 1))
    this.isRefused = answer.status === 413 // the same would be refused again
    const isKeptHere = (await this.keptHere) ?? false
    this.say(this.wordsFor(answer, isKeptHere), answer.status === 401)
  }

  /** The form was saved, and then somebody typed on in it: the site keeps that as another form. */
  async beginAnew() {
    const spent = this.key
    this.key = this.form.elements.kept.value = newKey() // which the next look finds changed
    await put(this.row()).catch(() => {})
    await remove(spent).catch(() => {})
  }

  /** Before its author signs out: does the site have all that was typed? */
  async giveAll() {
    this.look()
    for (let tries = 0; this.isNew && tries < 3; tries += 1) {
      await this.send()
      if (this.failures) break
    }
    return !this.isNew
  }

  /** Nothing is kept any more. */
  end() {
    this.isOver = true
    clearInterval(this.timer)
  }

  wordsFor({ status, words }, isKeptHere) {
    const { offline, trouble, signedOut, onlyHere, nowhere } = this.dataset
    if (!isKeptHere) return `${words ?? ""} ${nowhere}`.trim()
    if (status === 401) return signedOut
    if (status === 0) return navigator.onLine ? trouble : offline
    return words ? `${words} ${onlyHere}` : trouble
  }

  say(words, isSignedOut = false) {
    if (this.state.textContent === words && isSignedOut && this.querySelector("button")) return
    if (this.state.textContent !== words) this.state.textContent = words
    this.querySelector("button")?.remove()
    if (isSignedOut) this.offer(this.dataset.signIn, () => this.signInAndGoOn())
  }

  offer(words, act) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "button"
    button.textContent = words
    button.addEventListener("click", act)
    this.append(button)
  }

  async signInAndGoOn() {
    try {
      await signIn()
      this.signIns += 1
      this.notBefore = 0
      this.say("")
    } catch (error) {
      this.say(inWords(error), true)
    }
  }

  async isItSilent() {
    const before = this.signIns
    const { isOurs, isThere } = await session()
    const isOfNow = before === this.signIns // and not of before its author signed in again
    if (!isThere || isOurs || !isOfNow) return
    // What hangs open would close under the pointer on its way to the button, and move it.
    globalThis.django.jQuery("select.select2-hidden-accessible", this.form).select2("close")
    this.say(this.dataset.silent, true)
  }

  /** Before the form is sent: is it small enough, is its author signed in, is its token good? */
  async save(submitter) {
    if (this.isSaving) return
    this.isSaving = true
    this.refusal.textContent = ""
    try {
      this.look()
      const size = new URLSearchParams(this.seen).toString().length
      if (size > this.dataset.limit) throw new NotSent(this.dataset.tooLarge)
      await put(this.row({ isSent: true })).catch(() => {})
      await this.sending
      const { isOurs, isThere } = await session()
      if (!isThere) throw new NotSent(desk.dataset.notSent)
      if (!isOurs) await signIn()
      this.isPassing = true
      this.form.requestSubmit(submitter)
      if (!submitter?.formTarget) {
        this.sent = this.seen = this.fields() // what differs from now on was typed after the save
        this.isNew = false
        put(this.row({ isSent: true })).catch(() => {}) // with what was typed since it was asked to be sent
      }
    } catch (error) {
      this.refusal.textContent = inWords(error)
      this.refusal.scrollIntoView({ block: "nearest" })
    }
    this.isSaving = this.isPassing = false
  }

  /** What this browser has left of this page; of another one, nobody needs to hear. */
  found() {
    this.say(this.dataset.found)
    this.offer(this.dataset.show, () => location.assign(location.pathname))
  }
}

const isSame = (one, other) =>
  one.length === other.length && one.every(([name, value], index) => name === other[index][0] && value === other[index][1])

customElements.define("keep-form", KeepForm)
