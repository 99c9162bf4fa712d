/**
 * What this browser has left of forms from before, after a crash, goes to the site, which offers it
 * when the form is opened (keep.js); nothing is applied by itself. Who signs out leaves nothing.
 */
const WEEK = 7 * 24 * 3600 * 1000

const desk = document.getElementById("sign-in-again")
const { send } = desk ? await import(desk.dataset.ask) : {}
const { remove, rowsOf } = desk ? await import(desk.dataset.kept) : {}

// Which forms are open in other tabs: those look after themselves, and say so (keep.js).
const tabs = new BroadcastChannel("kept-forms")
const isOpenElsewhere = (key) => new Promise((resolve) => {
  const listen = ({ data }) => { if (data.open === key) resolve(true) }
  tabs.addEventListener("message", listen)
  tabs.postMessage({ asked: key })
  setTimeout(() => { tabs.removeEventListener("message", listen); resolve(false) }, 300)
})

/** Gives to the site what was left in this browser; true where the site has it and will offer it. */
const settle = async (row) => {
  if (await isOpenElsewhere(row.key)) return false
  const { key, version, fields, typed_at } = row
  let answer = row.isSent ? await send(row.url, { kept: key }) : {}
  if (!answer.is_saved) answer = await send(row.url, { kept: key, version, fields, typed_at })
  if (answer.status === 200) await remove(key)
  return answer.status === 200 && !answer.is_saved
}

const settleAll = async (open) => {
  for (const row of await rowsOf()) {
    if (row.at < Date.now() - WEEK) await remove(row.key) // whosever it is
    else if (row.user !== desk.dataset.user || row.key === open?.key) continue
    else if ((await settle(row)) && row.url === open?.dataset.url) open.found()
  }
}

if (desk) {
  const open = document.querySelector("keep-form")
  const signOut = document.getElementById("logout-form")
  signOut?.addEventListener("submit", async (event) => {
    event.preventDefault()
    if (open?.isNew) await open.send()
    await Promise.all((await rowsOf(desk.dataset.user).catch(() => [])).map(({ key }) => remove(key)))
    signOut.submit()
  })
  if (open) await customElements.whenDefined("keep-form")
  settleAll(open).catch(() => {}) // a browser that keeps nothing has nothing left
}
