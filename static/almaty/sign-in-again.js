/**
 * Signing in without leaving the page, for whoever was signed out while typing.
 *
 * `await signInAgain()` opens the dialog that stands in the page's <template id="sign-in-again">,
 * and gives the CSRF token of the new session. It rejects when the dialog is closed, or when
 * somebody else has signed in than the page was opened by. Where there is somebody signed in
 * already, in another tab, no dialog opens. Words and addresses are in the template.
 */
let asked = null

export function signInAgain() {
  asked ??= ask().finally(() => { asked = null })
  return asked
}

const ask = async () => {
  const template = document.getElementById("sign-in-again")
  const found = await session(template)
  if (found.signed_in) return token(found, template)
  await shown(template)
  return token(await session(template), template)
}

const session = async ({ dataset }) => {
  const answer = await fetch(dataset.session, { cache: "no-store", headers: { Accept: "application/json" } })
  if (!answer.ok) throw new Error(dataset.failed)
  return answer.json()
}

const token = ({ signed_in, csrf_token, user }, { dataset }) => {
  if (!signed_in) throw new Error(dataset.failed)
  if (user !== dataset.user) throw new Error(dataset.another)
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = csrf_token
  return csrf_token
}

const shown = (template) => new Promise((resolve, reject) => {
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
    else reject(new Error(template.dataset.closed))
  })
  frame.addEventListener("load", () => frame.contentDocument?.querySelector("[autofocus]")?.focus())
  document.body.append(dialog)
  dialog.showModal()
})
