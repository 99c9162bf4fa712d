/**
 * Before any form of the desk is sent: is somebody still signed in, and is its token good?
 *
 * Who was signed out signs in over the page, and the same form goes on. The forms of pages do this
 * for themselves (keep.js). Words and addresses are in the template "sign-in-again".
 */
const desk = document.getElementById("sign-in-again")
const asking = new WeakSet()
let passing = null

const isOurs = (form) =>
  form.getAttribute("method")?.toLowerCase() === "post" &&
  form.getAttribute("id") !== "logout-form" &&
  form !== passing &&
  !form.querySelector("keep-form")

const say = (form, words) => {
  let state = form.querySelector(".form-state")
  if (!state) {
    state = document.createElement("p")
    state.className = "form-state errornote"
    state.setAttribute("role", "alert")
    form.append(state)
  }
  state.textContent = words
  state.scrollIntoView({ block: "nearest" })
}

const signInFirst = async (form, submitter) => {
  asking.add(form)
  try {
    const { signInAgain } = await import(desk.dataset.module)
    await signInAgain()
    passing = form
    form.requestSubmit(submitter)
  } catch (error) {
    const { inWords } = await import(desk.dataset.ask).catch(() => ({ inWords: () => desk.dataset.notSent }))
    say(form, inWords(error))
    for (const busy of form.querySelectorAll("[data-busy]")) busy.textContent = ""
  }
  passing = null
  asking.delete(form)
}

if (desk) {
  document.addEventListener("submit", (event) => {
    const form = event.target
    if (event.defaultPrevented || !isOurs(form)) return
    event.preventDefault()
    if (!asking.has(form)) signInFirst(form, event.submitter)
  })
}
