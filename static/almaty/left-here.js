/**
 * What this browser has left of forms from before, after a crash, goes to the site, which offers it
 * when the form is opened (keep.js); nothing is applied by itself. Who signs out leaves nothing.
 */
const WEEK = 7 * 24 * 3600 * 1000
const NEVER = [400, 403, 404, 409, 413] // the same would be refused again

const desk = document.getElementById("sign-in-again")
const { send } = desk ? await import(desk.dataset.ask) : {}
const { remove, rowsOf, newKey } = desk ? await import(desk.dataset.kept) : {}
const { inWords } = desk ? await import(desk.dataset.boxes) : {}

// Which forms are open in other tabs: those look after themselves, and say so (keep.js).
const tabs = new BroadcastChannel("kept-forms")
const isOpenElsewhere = (key) => new Promise((resolve) => {
  const listen = ({ data }) => { if (data.open === key) resolve(true) }
  tabs.addEventListener("message", listen)
  tabs.postMessage({ asked: key })
  setTimeout(() => { tabs.removeEventListener("message", listen); resolve(false) }, 300)
})

const sent = ({ url, version, fields, typed_at }, key) => send(url, { kept: key, version, fields, typed_at })

/** Gives to the site what was left in this browser, which forgets it once the site has it. */
const give = async (row) => {
  let answer = row.isSent ? await send(row.url, { kept: row.key }) : {}
  if (!answer.is_saved) {
    answer = await sent(row, row.key)
    if (answer.is_saved && !row.isSent) answer = await sent(row, newKey()) // typed on after it was saved
  }
  if (answer.status === 200) await remove(row.key)
  return answer
}

/** Tells whether the site has it now and will offer it, or will never take it. */
const settle = async (row) => {
  if (await isOpenElsewhere(row.key)) return {}
  const { status, is_saved: isSaved } = await give(row)
  return { isOffered: status === 200 && !isSaved, isRefused: NEVER.includes(status) }
}

const settleAll = async (open) => {
  const refused = []
  for (const row of await rowsOf()) {
    if (row.at < Date.now() - WEEK) await remove(row.key) // whosever it is
    else if (row.user !== desk.dataset.user || row.key === open?.key) continue
    else {
      const { isOffered, isRefused } = await settle(row)
      if (isOffered && row.url === open?.dataset.url) open.found()
      if (isRefused) refused.push(row)
    }
  }
  if (refused.length) show(refused)
}

/** The words of what the site does not take, to be copied, and a button that forgets them. */
const show = (rows) => {
  const notice = desk.content.querySelector(".kept-refused").cloneNode(true)
  notice.querySelector("textarea").value = rows.map(inWords).join("\n\n\n")
  notice.querySelector("button").addEventListener("click", async () => {
    for (const { key } of rows) await remove(key)
    notice.remove()
    document.getElementById("content-start")?.focus()
  })
  document.getElementById("content").prepend(notice)
}

/** Before somebody signs out: the site gets what they typed. Tells whether it has all of it. */
const giveAll = async (open) => {
  if (open && !(await open.giveAll())) return false
  for (const row of await rowsOf(desk.dataset.user)) {
    if (row.key === open?.key) continue
    if ((await give(row)).status !== 200) return false
  }
  return true
}

if (desk) {
  const open = document.querySelector("keep-form")
  const signOut = document.getElementById("logout-form")
  signOut?.addEventListener("submit", async (event) => {
    event.preventDefault()
    const isGiven = await giveAll(open).catch(() => false)
    if (!isGiven && !confirm(desk.dataset.leaving)) return
    open?.end()
    await Promise.all((await rowsOf(desk.dataset.user).catch(() => [])).map(({ key }) => remove(key)))
    signOut.submit()
  })
  if (open) await customElements.whenDefined("keep-form")
  settleAll(open).catch(() => {}) // a browser that keeps nothing has nothing left
}
