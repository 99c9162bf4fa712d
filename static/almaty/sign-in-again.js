/**
 * Signing in without leaving the page, for whoever was signed out while typing.
 *
 * `await signInAgain()` opens the dialog that stands in the page's <template id="sign-in-again">,
 * and gives the CSRF token of the new session. It rejects when the dialog is closed, or when
 * somebody else has signed in than the page was opened by. Where there is somebody signed in
 * already, in another tab, no dialog opens. Words and addresses are in the template.
 */
const template = document.getElementById("sign-in-again")
const { session, NotSent } = await import(template.dataset.ask)
const { notSent, failed, another, closed } = template.dataset

let asked = null

export function signInAgain() {
  asked ??= ask().finally(() => { asked = null })
  return asked
}

const ask = async () => {
  let now = await session()
  if (now.isThere && !now.isSignedIn) {
    await shown()
    now = await session()
  }
  if (!now.isThere) throw new NotSent(notSent)
  if (!now.isSignedIn) throw new NotSent(failed)
  if (!now.isOurs) throw new NotSent(another)
  return now.token
}

const shown = () => new Promise((resolve, reject) => {
  const before = document.activeElement
  const dialog = template.content.cloneNode(true).querySelector("dialog")
  const frame = dialog.querySelector("iframe")
  let isSignedIn = false
  const listen = ({ origin, source, data }) => {
    if (origin !== location.origin || source !== frame.contentWindow || !data?.signedIn) return
    isSignedIn = true
    dialog.close()
  }
  addEventListener("message", listen)
  dialog.addEventListener("close", () => {
    removeEventListener("message", listen)
    dialog.remove()
    before?.focus()
    if (isSignedIn) resolve()
    else reject(new NotSent(closed))
  })
  frame.addEventListener("load", () => {
    const inside = frame.contentDocument // in which somebody may type before the last of it is there
    if (inside?.activeElement === inside?.body) inside?.querySelector("[autofocus]")?.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
})
